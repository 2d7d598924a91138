import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../support/testDatabase.ts';
import { books, bringIn, ledgerFile, openOf } from './ledgerKit.ts';

const IBM = ledgerFile('ibm-accounts-receivable.csv');
const XERO = ledgerFile('xero-sales-invoices.csv');
const QUICKBOOKS = ledgerFile('quickbooks-ar-aging-detail.csv');
const BANK = ledgerFile('bank-payments.csv');

const standing = z.object({
  open: z.bigint(),
  past_due: z.bigint(),
  debtors: z.bigint(),
  amount: z.string(),
});
const onFirstOfJune = [{ open: 111n, past_due: 16n, debtors: 15n, amount: '85610' }];

test('the IBM ledger as it stood on 1 June 2013: 111 open, 16 past due, 15 debtors, 856.10', async () => {
  const { db } = await testDatabase();
  const result = await bringIn(db, IBM, { asOf: '2013-06-01', currency: 'USD' });
  expect(result).toMatchObject({
    status: 'applied',
    format: 'ibm',
    counts: { rows: 2466, rejected: 0, newDebtors: 100 },
  });
  expect(
    await db.sql(
      standing,
      `SELECT count(*) AS open, count(*) FILTER (WHERE due_on < '2013-06-01') AS past_due,
         count(DISTINCT debtor_id) FILTER (WHERE due_on < '2013-06-01') AS debtors,
         sum(outstanding) FILTER (WHERE due_on < '2013-06-01') AS amount
       FROM invoice WHERE outstanding <> 0`,
    ),
  ).toEqual(onFirstOfJune);
});

test('the whole IBM ledger knows by its allocation dates how it stood on 1 June 2013, and is all paid today', async () => {
  const { db } = await testDatabase();
  const result = await bringIn(db, IBM, { currency: 'USD' });
  expect(result.counts).toMatchObject({ new: 2466, ignored: 0 });
  expect(Object.values(await openOf(db)).every((open) => open === 0n)).toBe(true);
  expect(
    await db.sql(
      standing,
      `SELECT count(*) AS open, count(*) FILTER (WHERE due_on < '2013-06-01') AS past_due,
         count(DISTINCT debtor_id) FILTER (WHERE due_on < '2013-06-01') AS debtors,
         sum(open) FILTER (WHERE due_on < '2013-06-01') AS amount
       FROM (SELECT i.due_on, i.debtor_id, i.amount - coalesce((SELECT sum(a.amount) FROM allocation a
           WHERE a.invoice_id = i.id AND a.effective_on <= '2013-06-01'), 0) AS open
         FROM invoice i WHERE i.issued_on <= '2013-06-01') x
       WHERE open <> 0`,
    ),
  ).toEqual(onFirstOfJune);
});

test('the ledger moves on from one day to a later one: what was settled meanwhile is closed on its own day', async () => {
  const { db } = await testDatabase();
  await bringIn(db, IBM, { asOf: '2013-06-01', currency: 'USD' });
  const later = await bringIn(db, IBM, { asOf: '2013-06-08', currency: 'USD', confirm: true });
  expect(later.counts.closed).toBeGreaterThan(0);
  expect(later.counts).toMatchObject({ missing: 0, corrections: 0 });
  const { db: direct } = await testDatabase();
  await bringIn(direct, IBM, { asOf: '2013-06-08', currency: 'USD' });
  expect(await openOf(db)).toEqual(await openOf(direct));
  const days = (of: typeof db) =>
    of.sql(
      z.object({ value_on: z.string(), total: z.string() }),
      'SELECT value_on, sum(amount) AS total FROM payment GROUP BY 1 ORDER BY 1',
    );
  expect(await days(db)).toEqual(await days(direct));
});

test('the Xero ledger: each invoice once, paid ones closed, credit open, the bad row kept apart', async () => {
  const { db } = await testDatabase();
  const rejected: number[] = [];
  const result = await bringIn(db, XERO, { onRejected: (row) => void rejected.push(row.rowNumber) });
  expect(result.counts).toMatchObject({ rows: 7, new: 5, rejected: 1, newDebtors: 4, missing: 0 });
  expect(rejected).toEqual([8]);
  expect(result.openInFile).toEqual([
    { currency: 'CHF', amount: 231045n },
    { currency: 'NZD', amount: 183750n },
  ]);
  expect(await openOf(db)).toEqual({
    'CN-0031': -12000n,
    'INV-1013': 0n,
    'INV-1014': 149500n,
    'INV-1015': 46250n,
    'INV-1016': 231045n,
  });
  const { contacts, payments } = await books(db);
  expect(contacts).toEqual([
    { email: 'accounts@harbourcafe.example', is_mailbox: true },
    { email: 'ap@theroastery.example', is_mailbox: true },
    { email: 'buchhaltung@brasserie.example', is_mailbox: true },
  ]);
  expect(payments.map(({ amount, value_on, origin }) => [amount, value_on, origin]).sort()).toEqual([
    ['184000', '2026-11-22', 'ledger'],
    ['40000', '2026-11-22', 'ledger'],
  ]);
});

test('the QuickBooks ledger is of its own date and adds up to its own total', async () => {
  const { db } = await testDatabase();
  const result = await bringIn(db, QUICKBOOKS, {
    currency: 'USD',
    controlTotal: { currency: 'USD', amount: 406725n },
  });
  expect(result).toMatchObject({ status: 'applied', counts: { rows: 6, new: 5, unapplied: 1, rejected: 0 } });
  expect(result.openInFile).toEqual([{ currency: 'USD', amount: 406725n }]);
  const [file] = await db.sql(z.object({ as_of: z.string() }), 'SELECT as_of FROM ledger_import');
  expect(file?.as_of).toBe('2026-11-20');
  expect((await books(db)).payments).toMatchObject([
    { amount: '200000', unapplied: '0', value_on: '2026-11-20' },
    { amount: '10000', unapplied: '10000', value_on: '2026-11-13' },
  ]);
});

test('bank money finds its invoices; what was returned is taken back, what nobody knows stays visible', async () => {
  const { db } = await testDatabase();
  await bringIn(db, QUICKBOOKS, { currency: 'USD' });
  await bringIn(db, XERO, { creditor: 'Saguaro New Zealand', confirm: true });
  const result = await bringIn(db, BANK);
  expect(result.counts).toMatchObject({ rows: 5, matched: 2, returned: 1, unapplied: 2 });
  expect(await openOf(db)).toMatchObject({ 1041: 128450n, 1063: 0n, 'INV-1014': 149500n });
  expect(result.sentences.join(' ')).toMatch(/Row 5.*75\.10/);

  const other = await bringIn(db, BANK, { creditor: 'Saguaro New Zealand' });
  expect(other.counts.matched).toBe(1);
  expect(await openOf(db)).toMatchObject({ 'INV-1014': 0n });
});

test.each([
  ['ibm', IBM, { currency: 'USD', asOf: '2013-06-01' }],
  ['xero', XERO, {}],
  ['quickbooks', QUICKBOOKS, { currency: 'USD' }],
  ['bank', BANK, {}],
] as const)('%s: the same file again changes nothing and says so', async (_name, file, extras) => {
  const { db } = await testDatabase();
  if (file === BANK) await bringIn(db, QUICKBOOKS, { currency: 'USD' });
  await bringIn(db, file, extras);
  const before = await books(db);
  const again = await bringIn(db, file, { ...extras, now: new Date('2026-11-22T20:00:00Z') });
  expect(again).toMatchObject({
    status: 'applied',
    counts: { new: 0, updated: 0, closed: 0, corrections: 0, missing: 0 },
  });
  expect(again.sentences.join(' ')).toContain('Nothing changed');
  expect(await books(db)).toEqual(before);
});

test('every import is on record, with its figures, and leaves no staged rows', async () => {
  const { db } = await testDatabase();
  const { importId } = await bringIn(db, XERO, { memberId: 'mem_finance' });
  const audit = await db.prisma.audit.findMany();
  expect(audit).toMatchObject([
    {
      actor: 'mem_finance',
      action: 'ledger_imported',
      subjectId: importId,
      after: { rows: 7, new: 5, rejected: 1 },
    },
  ]);
  expect(await db.prisma.ledgerImportRow.count()).toBe(0);
});
