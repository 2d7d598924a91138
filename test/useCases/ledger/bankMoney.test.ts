import { expect, test } from 'vitest';
import { z } from 'zod';
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

test('unapplied money that the bank took back pays nothing: what the ledger shows as paid is money of its own', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;thanks;45,00;EUR', '2026-11-18;Kea Cafe;thanks;-45,00;EUR'));
  expect((await bringIn(db, ledger('0'), { ...friday, confirm: true })).counts).toMatchObject({ closed: 1 });
  const used = await db.sql(
    z.object({ origin: z.string(), amount: z.string() }),
    'SELECT p.origin, a.amount::text AS amount FROM allocation a JOIN payment p ON p.id = a.payment_id',
  );
  expect(used).toEqual([{ origin: 'ledger', amount: '10000' }]);
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

test.each([
  ['before', ['ledger', 'bank']],
  ['after', ['bank', 'ledger']],
])('money that the ledger shows %s the bank line comes is the same money', async (_, order) => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  const line = '2026-11-18;Kea Cafe;INV-700;100,00;EUR';
  for (const file of order)
    await (file === 'bank' ? bringIn(db, bank(line)) : bringIn(db, ledger('0'), friday));
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
  const standing = (await books(db)).payments.filter((p) => p.reversed === '0' && Number(p.amount) > 0);
  expect(standing).toMatchObject([{ origin: 'bank', amount: '10000', unapplied: '0' }]);

  const before = await books(db);
  expect((await bringIn(db, bank(line))).counts).toMatchObject({ known: 1, matched: 0, confirmed: 0 });
  await bringIn(db, ledger('0'), friday);
  expect((await books(db)).payments).toEqual(before.payments);
  expect((await books(db)).allocations).toEqual(before.allocations);

  // the ledger knows the bank line by now: what it shows less is taken back from it
  expect((await bringIn(db, ledger('100'), friday)).counts).toMatchObject({ corrections: 1 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 10000n });
});

test('a bank line that is more than the ledger has shown pays the rest; a second one is money of its own', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, ledger('40'), friday);
  const first = '2026-11-18;Kea Cafe;INV-700;70,00;EUR';
  expect((await bringIn(db, bank(first))).counts).toMatchObject({ matched: 1, confirmed: 1 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 3000n });
  expect((await bringIn(db, ledger('30'), friday)).counts).toMatchObject({ confirmed: 1, corrections: 0 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 3000n });
  await bringIn(db, bank(first, '2026-11-19;Kea Cafe;INV-700;35,00;EUR'));
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
  const received = (await books(db)).payments.filter((p) => p.origin === 'bank');
  expect(received.map((p) => [p.amount, p.unapplied]).sort()).toEqual([
    ['3500', '500'],
    ['7000', '0'],
  ]);
});

test('money that the ledger showed first and the bank returned opens its invoice again', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  await bringIn(db, ledger('0'), friday);
  const result = await bringIn(
    db,
    bank(
      '2026-11-18;Kea Cafe;INV-700;100,00;EUR',
      '2026-11-19;Kea Cafe;returned INV-700;-100,00;EUR',
      '2026-11-20;Kea Cafe;INV-700;100,00;EUR',
    ),
  );
  expect(result.counts).toMatchObject({ matched: 2, returned: 1, confirmed: 1, unapplied: 0 });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
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

test('an invoice that was paid and is worth nothing any more gives back what it took', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('40'), monday);
  await bringIn(db, bank('2026-11-18;Kea Cafe;INV-700;15,00;EUR'));
  await bringIn(db, ledger('0', '0'), friday);
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
  const free = (await books(db)).payments.filter((p) => p.reversed === '0' && Number(p.amount) > 0);
  expect(free).toMatchObject([{ origin: 'bank', unapplied: '1500' }]);
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

test('a statement of thousands of lines books each of them once, what comes back far below its payment too', async () => {
  const { db } = await testDatabase();
  const numbers = Array.from({ length: 2500 }, (_, n) => n + 1000);
  const items = numbers.map(
    (number) => [`INV-${number}`, `Customer ${number % 50}`, '2026-10-01', '100', '100'] as const,
  );
  await bringIn(db, openItems(...items), monday);
  const lines = numbers.map((number) => `2026-11-17;Customer ${number % 50};INV-${number};100,00;EUR`);
  lines[4] = '2026-11-17;Customer 4;INV-1004;60,00;EUR';
  const below = [
    '2026-11-18;Customer 4;INV-1004;40,00;EUR',
    '2026-11-18;Customer 10;returned INV-1010;-100,00;EUR',
    '2026-11-17;Customer 7;INV-1007;100,00;EUR', // says what a line far above says: it is money of its own
  ];
  const first = await bringIn(db, bank(...lines.slice(0, 2100)));
  expect(first.counts).toMatchObject({ matched: 2100, known: 0 });
  expect(await openOf(db)).toMatchObject({
    'INV-1004': 4000n,
    'INV-1010': 0n,
    'INV-3099': 0n,
    'INV-3100': 10000n,
  });

  const whole = await bringIn(db, bank(...lines, ...below));
  expect(whole.counts).toMatchObject({ known: 2100, matched: 401, returned: 1, unapplied: 1 });
  const open = Object.entries(await openOf(db)).filter(([, amount]) => amount !== 0n);
  expect(open).toEqual([['INV-1010', 10000n]]);

  const before = await books(db);
  expect((await bringIn(db, bank(...lines, ...below))).counts).toMatchObject({
    known: 2503,
    matched: 0,
    unapplied: 0,
    returned: 0,
  });
  expect(await books(db)).toEqual(before);
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

test('a bank line without a reference is the money that the ledger has shown as paid; the next month’s is another', async () => {
  const { db } = await testDatabase();
  const rent = (september: string, october: string) =>
    openItems(
      ['R-SEP', 'Kea Cafe', '2026-09-30', '100', september],
      ['R-OCT', 'Kea Cafe', '2026-10-31', '100', october],
      ...others,
    );
  await bringIn(db, rent('100', '100'), monday);
  await bringIn(db, rent('0', '100'), friday);
  const line = '2026-11-18;Kea Cafe;rent;100,00;EUR';
  const known = await bringIn(db, bank(line));
  expect(known.counts).toMatchObject({ matched: 1, confirmed: 1 });
  expect(await openOf(db)).toMatchObject({ 'R-SEP': 0n, 'R-OCT': 10000n });

  await bringIn(db, bank(line, '2026-11-21;Kea Cafe;rent;100,00;EUR'));
  expect(await openOf(db)).toMatchObject({ 'R-SEP': 0n, 'R-OCT': 0n });
  const later = await bringIn(db, rent('0', '0'), { ...friday, asOf: '2026-11-22' });
  expect(later.counts).toMatchObject({ confirmed: 1, corrections: 0 });
  const standing = (await books(db)).payments.filter((p) => p.reversed === '0' && Number(p.amount) > 0);
  expect(standing.map((p) => p.origin)).toEqual(['bank', 'bank']);
});

test('bank money of long ago that a ledger does not show is told, and counts until then', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), { ...monday, asOf: '2026-11-02' });
  await bringIn(db, bank('2026-11-12;Kea Cafe;INV-700;60,00;EUR'));
  const told = async (asOf: string, open: string) =>
    (await bringIn(db, ledger(open), { ...monday, asOf })).sentences.some((one) => one.includes('INV-700'));
  expect(await told('2026-11-19', '100')).toBe(false);
  expect(await told('2026-11-20', '100')).toBe(true);
  expect(await openOf(db)).toMatchObject({ 'INV-700': 4000n });
  expect(await told('2026-11-21', '40')).toBe(false);
});

test('a statement that misses the control total waits, whatever of it is known; the same file with the right one takes its place', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledger('100'), monday);
  const lines = ['2026-11-18;Kea Cafe;INV-700;100,00;EUR', '2026-11-19;Somebody;returned;-30,00;EUR'];
  const totalOf = (amount: bigint) => ({ controlTotal: { currency: 'EUR', amount } });
  const held = await bringIn(db, bank(...lines), totalOf(10_000n));
  expect(held).toMatchObject({ status: 'brake' });
  expect(held.sentences.join(' ')).toContain(
    'It adds up to €70.00, and not to the control total of €100.00.',
  );
  expect(
    await bringIn(db, bank(...lines), { controlTotal: { currency: 'USD', amount: 7000n } }),
  ).toMatchObject({
    status: 'brake',
  });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 10000n });
  expect((await books(db)).payments).toEqual([]);

  expect(await bringIn(db, bank(...lines), totalOf(7000n))).toMatchObject({ status: 'applied' });
  expect(await openOf(db)).toMatchObject({ 'INV-700': 0n });
  const states = await db.prisma.ledgerImport.findMany({
    where: { kind: 'payments' },
    orderBy: { startedAt: 'asc' },
  });
  expect(states.map(({ status }) => status).sort()).toEqual(['applied', 'overtaken', 'overtaken']);

  const next = bank(...lines, '2026-11-20;Somebody;thanks;5,00;EUR');
  expect(await bringIn(db, next, totalOf(7500n))).toMatchObject({ status: 'applied', counts: { known: 2 } });
  const other = bank('2026-11-20;Somebody;again;5,00;EUR');
  expect(await bringIn(db, other, { ...totalOf(1n), confirm: true })).toMatchObject({ status: 'applied' });
});
