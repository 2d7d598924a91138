import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSample, everything, imbalances, type Sample } from './sampleKit.ts';

let sample: Sample & { drop(): Promise<void> };
beforeAll(async () => {
  sample = await aSample({ ends: false });
}, 120_000);
afterAll(() => sample.drop());

const values = async (sql: string) => (await sample.rows(sql)).map((row) => row.value);

describe('the newcomer’s first morning', () => {
  test('every stage of the policy has been taken somewhere', async () => {
    expect(await values('SELECT DISTINCT stage AS value FROM stage_step ORDER BY 1')).toEqual([
      'chase',
      'commitment_call',
      'credit_limit_review',
      'demand_letter',
      'due',
      'final_notice',
      'firm_notice',
      'hand_off',
      'pre_due',
    ]);
    const done = await values(`SELECT DISTINCT stage AS value FROM stage_step WHERE state = 'done'`);
    expect(done).toHaveLength(9);
  });

  test('promises: one due today, others kept, kept in part, broken, waiting for a manager', async () => {
    const states = await values('SELECT DISTINCT state AS value FROM promise ORDER BY 1');
    expect(states).toEqual(['broken', 'kept', 'open', 'partially_kept']);
    const today = `SELECT count(*) AS value FROM promise WHERE state = 'open' AND promised_on = '2026-11-20'`;
    expect(await values(today)).toEqual([1n]);
    expect(await values('SELECT count(*) AS value FROM promise WHERE agreed = false')).toEqual([1n]);
  });

  test('a dispute, a hold, money that is said to be paid, a credit note, a part payment, money of nobody and money without an invoice', async () => {
    expect(await values('SELECT count(*) AS value FROM dispute WHERE ended_on IS NULL')).toEqual([1n]);
    expect(await values('SELECT kind AS value FROM hold ORDER BY 1')).toEqual(['already_paid', 'hold']);
    expect(await values('SELECT count(*) AS value FROM invoice WHERE outstanding < 0')).toEqual([1n]);
    const inPart = 'SELECT count(*) AS value FROM invoice WHERE outstanding > 0 AND outstanding < amount';
    expect(await values(inPart)).toEqual([2n]);
    const unapplied = 'SELECT debtor_id IS NULL AS value FROM payment WHERE unapplied > 0 ORDER BY 1';
    expect(await values(unapplied)).toEqual([false, true]);
  });

  test('final notices: one sent, one approved, one paid before it went out, one whose sending broke off, two waiting, one last call; a demand to post, a hand-off', async () => {
    const states = await values('SELECT state AS value FROM approval ORDER BY 1');
    expect(states).toEqual(['approved', 'cancelled', 'open', 'open', 'used', 'used', 'used', 'used']);
    expect(await values(`SELECT kind AS value FROM notice WHERE state = 'sent' ORDER BY 1`)).toEqual([
      'demand_letter',
      'final_notice',
      'hand_off',
    ]);
    const asked = await values(`SELECT kind AS value FROM prompt WHERE state = 'open' ORDER BY 1`);
    expect(asked).toEqual(['agree', 'call_back', 'last_call', 'post_letter', 'unsure_mail']);
  });

  test('nothing is mailed for the past, and the welcome is posted once', async () => {
    expect(await values(`SELECT count(*) AS value FROM outbox WHERE kind = 'mail'`)).toEqual([0n]);
    expect(await values(`SELECT count(*) AS value FROM outbox WHERE key = 'post:welcome'`)).toEqual([1n]);
  });

  test('the books balance', async () => {
    expect(await imbalances(sample.db)).toEqual([]);
  });

  test('a second start changes nothing', async () => {
    const before = await everything(sample.db);
    await sample.restart();
    expect(await everything(sample.db)).toEqual(before);
  });
});

test('a workspace with a ledger of its own gets no sample, and no bank', async () => {
  const other = await aSample();
  await other.db.prisma.ledgerImport.updateMany({ data: { fileName: 'mine.csv' } });
  const before = await everything(other.db);
  const bank = await other.restart();
  await bank.run(new Date('2027-01-20T12:00:00Z'));
  expect(await bank.next(new Date('2027-01-20T12:00:00Z'))).toBeUndefined();
  expect(await everything(other.db)).toEqual(before);
}, 120_000);

test('a start that was cut off while it wrote the sample is told, not patched up', async () => {
  const other = await aSample();
  await other.db.prisma.outbox.deleteMany({ where: { key: 'post:welcome' } });
  await expect(other.restart()).rejects.toMatchObject({ code: 'sample_unfinished' });
}, 120_000);
