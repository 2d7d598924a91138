import { expect, test } from 'vitest';
import { testDatabase } from '../../support/testDatabase.ts';
import { books, bringIn, fileOf, LIST, openItems, openOf } from './ledgerKit.ts';

const monday = { currency: 'EUR', map: LIST, asOf: '2026-11-16' };
const friday = { ...monday, asOf: '2026-11-20' };
const others = Array.from(
  { length: 9 },
  (_, n) => [`90${n}`, 'Other Ltd', '2026-10-01', '100', '100'] as const,
);
const ledger = (open: string, amount = '100') =>
  openItems(['INV-700', 'Kea Cafe', '2026-10-01', amount, open], ...others);
const bank = (...lines: string[]) => fileOf(['date;payer;reference;amount;currency', ...lines]);

test('money booked from the bank is confirmed by the ledger, not booked again', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;INV-700;60,00;EUR'));
  expect(await openOf(db)).toMatchObject({ 'INV-700': 4000n });

  const notYet = await bringIn(db, ledger('100'), friday);
  expect(notYet.counts).toMatchObject({ corrections: 0, confirmed: 0 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 4000n });

  const shown = await bringIn(db, ledger('40'), friday);
  expect(shown.counts).toMatchObject({ confirmed: 1, updated: 0, unchanged: 10 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 4000n });
  expect((await books(db)).payments).toHaveLength(1);

  const more = await bringIn(db, ledger('0'), friday);
  expect(more.counts).toMatchObject({ closed: 1, confirmed: 0 });
  expect((await books(db)).payments.map((p) => [p.origin, p.amount]).sort()).toEqual([
    ['bank', '6000'],
    ['ledger', '4000'],
  ]);
});

test('bank money beyond what the ledger shows so far waits for a later file', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;INV-700;80,00;EUR'));
  expect((await bringIn(db, ledger('70'), friday)).counts).toMatchObject({ confirmed: 0, corrections: 0 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 2000n });
  expect((await bringIn(db, ledger('20'), friday)).counts).toMatchObject({ confirmed: 1 });
  expect((await books(db)).payments).toHaveLength(1);
});

test('a payment that is returned opens its invoice again; the ledger that shows both confirms it', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;INV-700;100,00;EUR'));
  await bringIn(db, ledger('0'), friday);
  const returned = bank(
    '2026-11-18;Kea Cafe;INV-700;100,00;EUR',
    '2026-11-21;Kea Cafe;returned INV-700;-100,00;EUR',
  );
  expect((await bringIn(db, returned)).counts).toMatchObject({ known: 1, returned: 1 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 10000n });
  expect((await bringIn(db, ledger('0'), friday)).counts).toMatchObject({ corrections: 0, closed: 0 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 10000n });
  expect((await bringIn(db, ledger('100'), { ...friday, asOf: '2026-11-22' })).counts).toMatchObject({
    confirmed: 1,
    corrections: 0,
  });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 10000n });
});

test('unapplied bank money of the customer is used before the ledger’s is booked', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;thanks;55,00;EUR'));
  expect((await books(db)).payments).toMatchObject([{ amount: '5500', unapplied: '5500' }]);
  await bringIn(db, ledger('45'), friday);
  expect(await openOf(db)).toMatchObject({ 'INV-700': 4500n });
  expect((await books(db)).payments).toMatchObject([{ amount: '5500', unapplied: '0', origin: 'bank' }]);
});

test('an invoice that shrinks under unconfirmed bank money sets the rest of it free', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;INV-700;80,00;EUR'));
  await bringIn(db, ledger('50', '50'), friday);
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
  expect((await books(db)).payments).toMatchObject([{ amount: '8000', unapplied: '3000' }]);
  await bringIn(db, ledger('0', '50'), friday);
  expect((await books(db)).payments).toHaveLength(1);
});

test('two equal payments of a day are two; statements that overlap book nothing twice', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  const line = '2026-11-18;Kea Cafe;INV-700;20,00;EUR';
  expect((await bringIn(db, bank(line, line))).counts).toMatchObject({ matched: 2 });
  expect((await bringIn(db, bank(line, line, '2026-11-19;Kea Cafe;INV-700;5,00;EUR'))).counts).toMatchObject({
    matched: 1,
    known: 2,
  });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 5500n });
});

test('money taken back in the same statement, and money for an invoice that is paid already', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  const result = await bringIn(
    db,
    bank(
      '2026-11-18;Kea Cafe;INV-700;100,00;EUR',
      '2026-11-19;Kea Cafe;INV-700 returned;-100,00;EUR',
      '2026-11-20;Kea Cafe;INV-700;100,00;EUR',
      '2026-11-20;Kea Cafe;INV-700;10,00;EUR',
      '2026-11-20;Somebody;nothing known;-5,00;EUR',
    ),
  );
  expect(result.counts).toMatchObject({ matched: 2, returned: 1, unapplied: 2 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
});
