import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { searchDebtors } from '../../src/db/searchDebtors.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

const today = dayOf('2026-11-23');

async function book() {
  const { db } = await testDatabase();
  const overdue = (amount: number) => [{ due: '2026-10-01', amount }];
  await aDebtor(db, 'w1', {
    name: 'Harbour Café',
    account: '1001',
    invoices: [{ number: 'INV-7', due: '2026-10-01', amount: 500 }],
  });
  await aDebtor(db, 'w1', { name: 'Blue Harbour', account: '1002', invoices: overdue(90_000) });
  await aDebtor(db, 'w1', { name: 'Old Harbour', account: '1003', invoices: overdue(10_000) });
  await aDebtor(db, 'w1', { name: 'Sharbour & Sons', account: '7', invoices: overdue(900_000) });
  await aDebtor(db, 'w1', { name: '50% Off_Stores', account: 'X%1' });
  await aDebtor(db, 'w2', { name: 'Harbour elsewhere', account: '1001' });
  const search = async (words: string, limit = 10) =>
    (await searchDebtors(db, { workspaceId: 'w1', words, today, limit })).map(
      ({ name, match }) => `${name} (${match})`,
    );
  return { db, search };
}

test('the exact number comes first, then where a name begins so, a word does, any piece; larger overdue first', async () => {
  const { search } = await book();
  expect(await search('harbour')).toEqual([
    'Harbour Café (part)',
    'Blue Harbour (part)',
    'Old Harbour (part)',
    'Sharbour & Sons (part)',
  ]);
  expect(await search('1001')).toEqual(['Harbour Café (exact)']);
  expect(await search('inv-7')).toEqual(['Harbour Café (exact)']);
  expect(await search('7')).toEqual(['Sharbour & Sons (exact)']);
  expect(await search('harbour', 2)).toHaveLength(2);
});

test('signs that mean something to a database mean only themselves', async () => {
  const { search } = await book();
  expect(await search('50%')).toEqual(['50% Off_Stores (part)']);
  expect(await search('f_s')).toEqual(['50% Off_Stores (part)']);
  expect(await search("'; DROP TABLE debtor; --")).toEqual([]);
});

test('names that are spelt alike are offered when nothing else is found', async () => {
  const { search } = await book();
  expect((await search('harber cafe'))[0]).toBe('Harbour Café (like)');
});

test('without words: those with most overdue', async () => {
  const { search } = await book();
  expect((await search(''))[0]).toBe('Sharbour & Sons (part)');
});
