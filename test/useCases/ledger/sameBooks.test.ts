import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '../../../src/db/client.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, fileOf, LIST, NOW, openItems } from './ledgerKit.ts';

/** so many that nothing comes out like this by chance */
const customers = Array.from({ length: 12 }, (_, n) => `Customer ${String.fromCharCode(65 + n)}`);
const ledger = { currency: 'EUR', map: LIST, confirm: true };
const later = (minutes: number) => ({ now: new Date(NOW.getTime() + minutes * 60_000) });
const list = (
  items: (customer: string, n: number) => readonly (readonly [string, string, string, string, string])[],
) => openItems(...customers.flatMap(items));
const statement = (lines: (customer: string, n: number) => readonly string[]) =>
  fileOf(['date,payer,reference,amount,currency', ...customers.flatMap(lines)], 'bank.csv');

/** What pays the invoice of each customer whose number ends so, with what of it: the reference of the money, or the number of the credit note. */
async function paying(db: Db, ending: string, which = 'true') {
  const rows = await db.sql(
    z.object({ by: z.string() }),
    `SELECT string_agg(x.by, ', ' ORDER BY x.by) AS by FROM (
       SELECT i.debtor_id, coalesce(c.number, f.reference, 'ledger') || ' ' || sum(a.amount) / 100 AS by FROM allocation a
       JOIN invoice i ON i.id = a.invoice_id LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN payment f ON f.id = coalesce(p.reverses_id, p.id)
       LEFT JOIN invoice c ON c.id = a.credit_note_id
       WHERE i.number LIKE '%' || $1 AND (${which}) GROUP BY i.id, f.id, c.id HAVING sum(a.amount) <> 0) x
     GROUP BY x.debtor_id`,
    [ending],
  );
  expect(rows).toHaveLength(customers.length);
  return [...new Set(rows.map(({ by }) => by.replace(/\.0+\b|\d+-/g, '')))];
}

test('of lines of one day the ledger confirms the first of the file, and what does not fit any more is the last', async () => {
  const { db } = await testDatabase();
  const items = (open: string, amount = '100') =>
    list((customer, n) => [[`${700 + n}-9`, customer, '2026-10-01', amount, open]]);
  await bringIn(db, items('100'), { ...ledger, asOf: '2026-11-16' });
  const lines = statement((customer, n) =>
    ['first', 'second', 'third'].map((word) => `2026-11-17,${customer},${700 + n}-9 ${word},30,EUR`),
  );
  await bringIn(db, lines, later(1));
  await bringIn(db, items('70'), { ...ledger, asOf: '2026-11-18', ...later(2) });
  expect(await paying(db, '-9', 'a.confirmed_import_id IS NOT NULL')).toEqual(['9 first 30']);
  await bringIn(db, items('20', '50'), { ...ledger, asOf: '2026-11-19', ...later(3) });
  expect(await paying(db, '-9')).toEqual(['9 first 30, 9 second 20']);
});

test('free money pays in the order of its file, and credits in the order in which they are due; what they pay is given back the other way round', async () => {
  const { db } = await testDatabase();
  const items = (open: string, credit: string) =>
    list((customer, n) => [
      [`${700 + n}-9`, customer, '2026-10-01', '100', open],
      [`${700 + n}-C2`, customer, '2026-09-01', '-40', credit],
      [`${700 + n}-C1`, customer, '2026-09-02', '-40', credit],
    ]);
  await bringIn(db, items('100', '-40'), { ...ledger, asOf: '2026-11-16' });
  const lines = statement((customer) =>
    ['thanks', 'and thanks'].map((word) => `2026-11-17,${customer},${word},15,EUR`),
  );
  await bringIn(db, lines, later(1));
  await bringIn(db, items('90', '-40'), { ...ledger, asOf: '2026-11-18', ...later(2) });
  expect(await paying(db, '-9')).toEqual(['thanks 10']);
  await bringIn(db, items('30', '-10'), { ...ledger, asOf: '2026-11-19', ...later(3) });
  expect(await paying(db, '-9')).toEqual(['C1 30, C2 30, thanks 10']);
  await bringIn(db, items('60', '-10'), { ...ledger, asOf: '2026-11-20', ...later(4) });
  expect(await paying(db, '-9')).toEqual(['C1 10, C2 30']);
});
