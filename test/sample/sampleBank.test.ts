import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '../../src/db/client.ts';
import { aSample, imbalances } from './sampleKit.ts';

const DAYS = 15;

const promiseOf = (name: string) =>
  `SELECT p.state FROM promise p JOIN debtor d ON d.id = p.debtor_id WHERE d.name = '${name}' ORDER BY p.made_on`;
const approvalOf = (name: string) =>
  `SELECT a.state FROM approval a JOIN debtor d ON d.id = a.debtor_id WHERE d.name = '${name}'`;

test('three weeks in which the visitor clicks nothing: the bank goes on, and the story is told', async () => {
  const sample = await aSample();
  await sample.pass(DAYS);

  const statements = await sample.rows(
    `SELECT as_of::text AS day, status FROM ledger_import WHERE file_name LIKE 'bank-%' ORDER BY 1`,
  );
  expect(statements).toHaveLength(DAYS);
  expect(new Set(statements.map(({ day }) => day)).size).toBe(DAYS);
  expect(statements.every(({ status }) => status === 'applied')).toBe(true);
  const empty = await sample.rows(
    `SELECT 1 FROM ledger_import WHERE file_name LIKE 'bank-%' AND (summary->>'rows')::int = 0`,
  );
  expect(empty.length).toBeGreaterThan(0);
  expect(await imbalances(sample.db)).toEqual([]);

  expect(await sample.rows(promiseOf('Oakhurst Timber Merchants Ltd'))).toEqual([{ state: 'kept' }]);
  expect(await sample.rows(promiseOf('Nordlicht Reklame GmbH'))).toEqual([{ state: 'partially_kept' }]);
  expect(await sample.rows(promiseOf('Marlowe Interiors Ltd'))).toEqual([{ state: 'broken' }]);
  expect(await sample.rows(approvalOf('Brightwater Hotels Inc.'))).not.toEqual([{ state: 'open' }]);
  expect(await sample.rows(approvalOf('Kestrel Joinery Ltd'))).toEqual([{ state: 'expired' }]);
  const kinds = await sample.rows('SELECT DISTINCT kind FROM prompt ORDER BY 1');
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'agree',
      'approval_ended',
      'broken_promise',
      'call',
      'call_back',
      'last_call',
      'notice',
      'part_payment',
      'reminder',
    ]),
  );
  const twice = await sample.rows(
    `SELECT case_id FROM stage_step GROUP BY case_id, stage, carrying_invoice_id, occurrence HAVING count(*) > 1`,
  );
  expect(twice).toEqual([]);
}, 120_000);

test('the same story each time', async () => {
  const [one, another] = [await aSample(), await aSample()];
  await one.pass(4);
  await another.pass(4);
  expect(await money(one.db)).toEqual(await money(another.db));
  expect(await asked(one.db)).toEqual(await asked(another.db));
}, 120_000);

test('days on which nobody was there are made up for, one statement each', async () => {
  const sample = await aSample();
  expect(await sample.bank.next(new Date())).toEqual(new Date('2026-11-23T07:00:00Z'));
  await sample.bank.run(new Date('2026-11-25T06:59:00Z'));
  expect(await sample.bank.next(new Date())).toEqual(new Date('2026-11-25T07:00:00Z'));
  const days = await sample.rows(
    `SELECT as_of::text AS day FROM ledger_import WHERE file_name LIKE 'bank-%' ORDER BY 1`,
  );
  expect(days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
}, 60_000);

const anyRow = z.record(z.string(), z.unknown());
const money = (db: Db) =>
  db.sql(
    anyRow,
    `SELECT value_on::text, payer_name, reference, currency, amount::text FROM payment WHERE origin = 'bank' ORDER BY 1, 2, 3`,
  );
const asked = (db: Db) =>
  db.sql(
    anyRow,
    `SELECT d.name, p.kind, p.opened_at, p.state FROM prompt p JOIN debtor d ON d.id = p.debtor_id
     ORDER BY p.opened_at, d.name, p.kind`,
  );
