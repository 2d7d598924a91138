import { expect, test } from 'vitest';
import { isoDay } from '../../../src/core/day.ts';
import type { Db } from '../../../src/db/client.ts';
import { creditorFreshness } from '../../../src/db/creditorFreshness.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, fileOf, LIST, NOW, openItems, openOf, takeBack } from './ledgerKit.ts';

const monday = { currency: 'EUR', map: LIST, asOf: '2026-11-16' };
const two = () =>
  openItems(['A-1', 'Acme', '2026-10-01', '100', '100'], ['A-2', 'Bee', '2026-10-01', '50', '50']);
const statement = (...lines: string[]) =>
  fileOf(['date,payer,reference,amount,currency', ...lines], 'bank.csv');

/** The day up to which payments are known. */
async function knownUpTo(db: Db): Promise<string> {
  const { id } = await db.prisma.workspace.findFirstOrThrow();
  const [first] = await creditorFreshness(db, id);
  return first?.until === undefined ? 'never' : isoDay(first.until);
}

/** A ledger of Monday the 16th; today is Sunday the 22nd. */
async function onMonday() {
  const { db } = await testDatabase();
  await bringIn(db, two(), monday);
  expect(await knownUpTo(db)).toBe('2026-11-16');
  return db;
}

test('a statement of which no line can be read is not imported, and makes no payment known', async () => {
  const db = await onMonday();
  const file = statement('2026-13-26,Acme,A-1,100,EUR', '31.02.2026,Bee,A-2,50,EUR');
  const result = await bringIn(db, file, { confirm: true });
  expect(result).toMatchObject({ status: 'refused', counts: { rows: 2, rejected: 2, matched: 0 } });
  expect(result.sentences).toEqual([
    '2 rows read.',
    'Nothing could be taken from this file: nothing is imported.',
  ]);
  expect(result.rejected.map(({ rowNumber }) => rowNumber)).toEqual([2, 3]);
  expect(await knownUpTo(db)).toBe('2026-11-16');
});

test('a statement with a line that cannot be read books the others, and payments are known up to its day once that line is mended', async () => {
  const db = await onMonday();
  const file = (amount: string) =>
    statement('2026-11-19,Acme,A-1,100,EUR', `2026-11-20,Bee,A-2,${amount},EUR`);
  const result = await bringIn(db, file('fifty'), { asOf: '2026-11-20' });
  expect(result.status).toBe('applied');
  expect(result.sentences.join(' ')).toContain('does not make payments known');
  expect(await openOf(db)).toEqual({ 'A-1': 0n, 'A-2': 5_000n });
  expect(await knownUpTo(db)).toBe('2026-11-16');

  const now = new Date(NOW.getTime() + 60_000);
  const mended = await bringIn(db, file('50'), { asOf: '2026-11-20', now });
  expect(mended.counts).toMatchObject({ matched: 1, known: 1, rejected: 0 });
  expect(await knownUpTo(db)).toBe('2026-11-20');
  await takeBack(db, undefined, { now });
  expect(await knownUpTo(db)).toBe('2026-11-16');
});

test('a line of nothing, as banks note their own news, is no payment that could not be read', async () => {
  const db = await onMonday();
  const file = statement('2026-11-19,Acme,A-1,100,EUR', '2026-11-20,,Account fee waived,0.00,EUR');
  const result = await bringIn(db, file, { asOf: '2026-11-20' });
  expect(result).toMatchObject({
    status: 'applied',
    counts: { rows: 2, ignored: 1, rejected: 0, matched: 1 },
  });
  expect(await knownUpTo(db)).toBe('2026-11-20');
});

test('a statement is of the day of its last line, unless somebody says to which day it goes; of today at most', async () => {
  const db = await onMonday();
  const old = () => statement('2026-11-18,Acme,A-9,5,EUR', '2026-11-03,Acme,A-9,6,EUR');
  expect(isoDay((await bringIn(db, old())).asOf)).toBe('2026-11-18');
  expect(await knownUpTo(db)).toBe('2026-11-18');
  await bringIn(db, old(), { asOf: '2026-11-20' });
  expect(await knownUpTo(db)).toBe('2026-11-20');
  const ahead = await bringIn(db, statement('2026-11-24,Acme,A-9,7,EUR'));
  expect(isoDay(ahead.asOf)).toBe('2026-11-22');
});

test('a statement without a payment makes payments known up to its day, or today where nobody says', async () => {
  const db = await onMonday();
  const quiet = await bringIn(db, statement(), { asOf: '2026-11-19' });
  expect(quiet.sentences).toEqual(['0 rows read.', 'There is no row in this file.']);
  expect(await knownUpTo(db)).toBe('2026-11-19');
  await bringIn(db, statement());
  expect(await knownUpTo(db)).toBe('2026-11-22');
});

test('a file that breaks off at a quotation mark waits for a manager; imported all the same it makes no payment known', async () => {
  const db = await onMonday();
  const torn = () => statement('2026-11-19,Acme,A-1,100,EUR', '2026-11-20,"Bee,A-2,50,EUR');
  const held = await bringIn(db, torn());
  expect(held.status).toBe('brake');
  expect(held.sentences.join(' ')).toMatch(/quotation mark.*Nothing was changed/);
  expect(await openOf(db)).toEqual({ 'A-1': 10_000n, 'A-2': 5_000n });
  expect((await bringIn(db, torn(), { confirm: true })).status).toBe('applied');
  expect(await openOf(db)).toEqual({ 'A-1': 0n, 'A-2': 5_000n });
  expect(await knownUpTo(db)).toBe('2026-11-16');

  const ledger = () =>
    fileOf([
      'Invoice,Customer,Due,Amount,Open',
      'A-1,Acme,2026-10-01,100,0',
      'A-2,Bee,2026-10-01,50,50',
      'A-3,"Cee,2026-10-01,70,70',
      'A-4,Dee,2026-10-01,80,80',
    ]);
  const friday = { ...monday, asOf: '2026-11-20' };
  expect((await bringIn(db, ledger(), friday)).status).toBe('brake');
  const taken = await bringIn(db, ledger(), { ...friday, confirm: true });
  expect(taken).toMatchObject({ status: 'applied', counts: { rows: 4, rejected: 2, missing: 0 } });
  expect(await knownUpTo(db)).toBe('2026-11-16');
});

test('a ledger without an item waits for a manager, who may say that there is none', async () => {
  const db = await onMonday();
  const today = { ...monday, asOf: '2026-11-22', now: NOW };
  const held = await bringIn(db, openItems(), today);
  expect(held.status).toBe('brake');
  expect(held.sentences).toContain('There is no item in it, open or paid.');
  expect(await knownUpTo(db)).toBe('2026-11-16');
  const agreed = await bringIn(db, openItems(), { ...today, confirm: true });
  expect(agreed.sentences).toContain('There is no row in this file.');
  expect(await openOf(db)).toEqual({ 'A-1': 10_000n, 'A-2': 5_000n });
  expect(await knownUpTo(db)).toBe('2026-11-22');
});
