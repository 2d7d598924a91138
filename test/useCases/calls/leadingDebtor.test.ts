import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { findLeadingDebtor } from '../../../src/useCases/accounts/findLeadingDebtor.ts';
import { ensureWorkspace } from '../../../src/useCases/workspaces/ensureWorkspace.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { openDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let workspaceId: string;

beforeAll(async () => {
  database = await openDatabase();
  const now = new Date('2026-11-23T09:30:00Z');
  workspaceId = (await ensureWorkspace({ db: database.db, now })).id;
  for (const [name, account] of [
    ['Acme Rooms', 'A-1'],
    ['Acme Bricks Ltd.', 'A-2'],
    ['Spoke & Wheel', 'S-1'],
    ['Northern Paid Media', 'N-1'],
  ] as const)
    await aDebtor(database.db, workspaceId, { name, account, invoices: [] });
});
afterAll(() => database.drop());

it.each([
  [
    'acme rooms spoke to Jane, promised 1,200 by friday',
    undefined,
    'Acme Rooms',
    'spoke to Jane, promised 1,200 by friday',
  ],
  ['Acme Rooms: na', undefined, 'Acme Rooms', 'na'],
  ['bricks, na', undefined, 'Acme Bricks Ltd.', 'na'],
  ['a-2 promised 40', undefined, 'Acme Bricks Ltd.', 'promised 40'],
  ['spoke', undefined, 'Spoke & Wheel', ''],
  ['northern paid media paid yesterday', undefined, 'Northern Paid Media', 'paid yesterday'],
  ['acme bricks paid', 'acme bricks', 'Acme Bricks Ltd.', 'paid'],
])('“%s” is about one account, and the rest is what happened', async (words, quoted, name, rest) => {
  const found = await findLeadingDebtor(database.db, {
    workspaceId,
    words,
    quoted,
    today: dayOf('2026-11-23'),
  });
  expect(found).toMatchObject({ kind: 'one', debtor: { name }, rest });
});

it('several are left to choose from, nobody is guessed', async () => {
  const find = (words: string) =>
    findLeadingDebtor(database.db, { workspaceId, words, quoted: undefined, today: dayOf('2026-11-23') });
  const several = await find('acme promised 40');
  expect(several).toMatchObject({ kind: 'several', tried: 'acme', rest: 'promised 40' });
  expect(await find('acne promised 40')).toEqual({ kind: 'none', rest: 'acne promised 40' });
  expect(await find('')).toEqual({ kind: 'none', rest: '' });
});
