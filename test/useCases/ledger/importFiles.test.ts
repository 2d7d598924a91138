import { expect, test } from 'vitest';
import { testDatabase } from '../../support/testDatabase.ts';
import { books, bringIn, ledgerFile, openOf } from './ledgerKit.ts';

test('the IBM ledger as it stood on 1 June 2013', async () => {
  const { db } = await testDatabase();
  const result = await bringIn(db, ledgerFile('ibm-accounts-receivable.csv'), { asOf: '2013-06-01', currency: 'USD' });
  console.log(result);
  const before = await books(db);
  const again = await bringIn(db, ledgerFile('ibm-accounts-receivable.csv'), { asOf: '2013-06-01', currency: 'USD' });
  console.log(again.counts, again.sentences);
  expect(await books(db)).toEqual(before);
});

test('the other files', async () => {
  const { db } = await testDatabase();
  for (const f of ['xero-sales-invoices', 'quickbooks-ar-aging-detail', 'bank-payments', 'bank-payments']) {
    const result = await bringIn(db, ledgerFile(`${f}.csv`), { currency: 'USD' });
    console.log(result.counts, result.sentences, await openOf(db));
  }
});
