import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { modes, type RunningDuly, runningDuly } from '../support/runningDuly.ts';
import { channels } from '../support/sampleTeam.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { wordsOf } from '../support/wordsOf.ts';

const { collections, approvals, finance } = channels;

async function books({ db, workspaceId, member }: Team) {
  const ownerId = member.colin;
  await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    account: 'A-77',
    ownerId,
    invoices: [
      { number: 'INV-1', due: '2026-10-01', amount: 120_007 },
      { number: 'INV-2', due: '2026-11-18', amount: 33_333 }, // falls due in the week
      { number: 'EUR-1', due: '2026-10-20', amount: 50_001, currency: 'EUR' },
    ],
    contacts: [{ name: 'Jane Miller', phone: '1', email: 'jane@acme.example' }],
  });
  await aDebtor(db, workspaceId, {
    name: 'Borough Bakery',
    account: 'B-12',
    ownerId,
    invoices: [
      { number: 'INV-3', due: '2026-10-10', amount: 84_050 },
      { number: 'INV-4', due: '2026-12-10', amount: 99_999 },
    ],
    contacts: [{ name: 'Bob Baker', phone: '2', email: 'bob@bakery.example' }],
  });
  await paymentsKnownUntil(db, workspaceId, '2026-11-15');
}

/** A file that a message links to or shows, as Fiona downloads it. */
async function download({ playground, person }: RunningDuly, fileId: string | undefined): Promise<Buffer> {
  if (!fileId) throw new Error('no such file');
  const answer = await fetch(`${playground.url}/client/file/${fileId}?user=${person.fiona.id}`);
  return Buffer.from(await answer.arrayBuffer());
}

const MOVES = [
  'Opening',
  'Newly overdue',
  'Payments reversed',
  'Debit notes',
  'Cash on overdue',
  'Credits on overdue',
  'Written off',
  'Disputed and released',
  'Due dates changed',
  'Corrections',
];

/** The figures of a week in one currency, in minor units. */
function figures(csv: string, week: string, currency: string): Map<string, bigint> {
  const rows: string[][] = parse(csv, { bom: true });
  return new Map(
    rows
      .filter(([to, of]) => to === week && of === currency)
      .map(([, , figure = '', amount = '']) => [figure, BigInt(amount.replace('.', ''))]),
  );
}

const picture = z.object({
  type: z.literal('image'),
  alt_text: z.string().min(20),
  slack_file: z.object({ id: z.string() }),
});

/** What is past due and not disputed on a morning, in minor units, asked of the tables themselves. */
async function pastDue({ db }: Team, currency: string, on: string): Promise<bigint> {
  const [row] = await db.sql(
    z.object({ due: z.coerce.bigint() }),
    `SELECT coalesce(sum(outstanding), 0) AS due FROM invoice
      WHERE currency = $1 AND due_on < $2::date AND outstanding > 0
        AND id NOT IN (SELECT invoice_id FROM dispute WHERE ended_on IS NULL)`,
    [currency, on],
  );
  return row?.due ?? -1n;
}

describe.each(modes)('on Monday (%s)', (mode) => {
  test('the finance channel gets a digest whose numbers reconcile to the cent', async () => {
    const duly = await runningDuly({
      mode,
      books,
      start: '2026-11-16T10:00:00Z',
      settings: { channels: { collections, approvals, finance } },
    });
    const { colin, fiona } = duly.person;
    await colin.command('log B-12 spoke to Bob, promised 340 by friday');
    expect(await colin.submit()).toMatchObject({ ok: true });
    await duly.move({ to: '2026-11-19T07:00:00Z' });
    await duly.bankBooks([
      { on: '2026-11-18', payer: 'ACME LTD', reference: 'INV-1 part', amount: '500,03' },
      { on: '2026-11-18', payer: 'BOROUGH BAKERY', reference: 'INV-3', amount: '840,50' },
      { on: '2026-11-18', payer: 'NOBODY KNOWS', reference: '?', amount: '77,77' },
    ]);
    await duly.move({ to: '2026-11-23T08:59:00Z' });
    expect(await fiona.messages(finance)).toEqual([]);
    await duly.move({ to: '2026-11-23T09:01:00Z' });

    const said = await fiona.messages(finance);
    const digests = said.filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts);
    expect(digests).toHaveLength(1);
    const words = wordsOf(digests);
    expect(words).not.toContain('does not add up');
    expect(words).toContain('£1,033.37'); // 700.04 left of INV-1, and INV-2
    expect(words).toContain('€500.01'); // never added to the pounds

    const [, csvId] = /\/(F\w+)\/week-[\d-]+\.csv/.exec(wordsOf(said)) ?? [];
    const csv = (await download(duly, csvId)).toString('utf8');
    for (const currency of ['GBP', 'EUR']) {
      const week = figures(csv, '2026-11-22', currency);
      expect(MOVES.reduce((sum, move) => sum + (week.get(move) ?? 0n), 0n)).toBe(week.get('Closing'));
      expect(week.get('Not explained')).toBe(0n);
      expect(week.get('Closing')).toBe(await pastDue(duly, currency, '2026-11-23'));
    }
    expect(figures(csv, '2026-11-22', 'GBP').get('Cash on overdue')).toBe(-134_053n);
    expect(figures(csv, '2026-11-22', 'GBP').get('Unapplied cash')).toBe(7_777n);
    const pictures = said.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'image'));
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    for (const shown of pictures) {
      const png = await download(duly, picture.parse(shown).slack_file.id);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
    }
    await duly.move({ to: '2026-11-24T12:00:00Z' });
    expect(await fiona.messages(finance)).toHaveLength(said.length); // once
  });
});
