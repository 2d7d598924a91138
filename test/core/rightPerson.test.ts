import { describe, expect, test } from 'vitest';
import { type MemberFact, nextPerson, rightPerson } from '../../src/core/rightPerson.ts';

function member(id: string, known: Partial<MemberFact> = {}): MemberFact {
  return {
    id,
    role: 'collector',
    away: false,
    left: false,
    capacity: 40,
    promptsToday: 0,
    openPrompts: 0,
    ...known,
  };
}

const ann = member('ann', { deputyId: 'ben' });
const ben = member('ben', { openPrompts: 3 });
const cem = member('cem', { openPrompts: 3 });
const max = member('max', { role: 'manager' });
const team = [max, cem, ben, ann];
const away = { ...ann, away: true };
const owned = { ownerId: 'ann' };

describe('who is asked', () => {
  const table: [string, Parameters<typeof rightPerson>[0], ReturnType<typeof rightPerson>][] = [
    [
      'the owner',
      { asks: 'owner', debtor: owned, members: team },
      { memberId: 'ann', notReached: false, why: 'owner' },
    ],
    [
      'the role that the stage names',
      { asks: 'manager', debtor: owned, members: team },
      { memberId: 'max', notReached: false, why: 'role' },
    ],
    [
      'nobody who does not collect any more, whoever the account is with: the deputy',
      { asks: 'owner', debtor: owned, members: [max, cem, ben, { ...ann, role: 'viewer' }] },
      { memberId: 'ben', notReached: false, why: 'deputy' },
    ],
    [
      'nor a deputy who does not: the manager',
      {
        asks: 'owner',
        debtor: owned,
        members: [max, { ...ben, role: 'account_manager' }, { ...ann, role: 'finance' }],
      },
      { memberId: 'max', notReached: false, why: 'manager' },
    ],
    [
      'the owner’s deputy while the owner is away',
      { asks: 'owner', debtor: owned, members: [max, cem, ben, away] },
      { memberId: 'ben', notReached: false, why: 'deputy' },
    ],
    [
      'the debtor’s own deputy before the owner’s',
      { asks: 'owner', debtor: { ...owned, deputyId: 'cem' }, members: [max, cem, ben, away] },
      { memberId: 'cem', notReached: false, why: 'deputy' },
    ],
    [
      'the manager when both are away',
      { asks: 'owner', debtor: owned, members: [max, away, { ...ben, away: true }] },
      { memberId: 'max', notReached: false, why: 'manager' },
    ],
    [
      'the deputy of an owner who left',
      { asks: 'owner', debtor: owned, members: [max, ben, { ...ann, left: true }] },
      { memberId: 'ben', notReached: false, why: 'deputy' },
    ],
    [
      'without an owner the collector with the fewest open prompts',
      { asks: 'owner', debtor: {}, members: team },
      { memberId: 'ann', notReached: false, why: 'shared' },
    ],
    [
      'of equals the first by id',
      { asks: 'owner', debtor: {}, members: [cem, ben] },
      { memberId: 'ben', notReached: false, why: 'shared' },
    ],
    [
      'one with room before one without',
      { asks: 'owner', debtor: {}, members: [cem, { ...ann, promptsToday: 40 }] },
      { memberId: 'cem', notReached: false, why: 'shared' },
    ],
    [
      'an owner without room keeps the turn, not reached',
      { asks: 'owner', debtor: owned, members: [max, { ...ann, promptsToday: 40 }] },
      { memberId: 'ann', notReached: true, why: 'owner' },
    ],
    [
      'somebody away about what cannot wait, where nobody of the role and no manager is there',
      { asks: 'manager', debtor: owned, members: [ann, { ...max, away: true }], cannotWait: true },
      { memberId: 'max', notReached: false, why: 'role' },
    ],
    [
      'a manager who is away where the role is held by nobody',
      { asks: 'finance', debtor: owned, members: [ann, { ...max, away: true }], cannotWait: true },
      { memberId: 'max', notReached: false, why: 'manager' },
    ],
    [
      'the manager who is there before an owner who is away, even about what cannot wait',
      { asks: 'owner', debtor: owned, members: [max, away], cannotWait: true },
      { memberId: 'max', notReached: false, why: 'manager' },
    ],
    [
      'nobody who left, even about what cannot wait',
      { asks: 'manager', debtor: owned, members: [ann, { ...max, left: true }], cannotWait: true },
      { notReached: true, why: 'nobody' },
    ],
    [
      'nobody away about what can wait',
      { asks: 'manager', debtor: owned, members: [ann, { ...max, away: true }] },
      { notReached: true, why: 'nobody' },
    ],
    [
      'nobody where nobody is',
      { asks: 'owner', debtor: owned, members: [] },
      { notReached: true, why: 'nobody' },
    ],
  ];
  test.each(table)('%s', (_rule, question, expected) => {
    expect(rightPerson(question)).toEqual(expected);
  });
});

test('a prompt without an answer goes to the deputy, then to the manager, once each', () => {
  const next = (...asked: string[]) =>
    nextPerson({ debtor: owned, members: team, ofRole: false }, asked).memberId;
  expect(next('ann')).toBe('ben');
  expect(next('ann', 'ben')).toBe('max');
  expect(next('ann', 'ben', 'max')).toBeUndefined();
});

test('where the account’s own deputy has left, is away or collects no more, the owner’s stands in, late or away alike', () => {
  const debtor = { ownerId: 'ann', deputyId: 'cem' };
  for (const gone of [{ left: true }, { away: true }, { role: 'viewer' as const }]) {
    const members = [max, ben, ann, { ...cem, ...gone }];
    expect(nextPerson({ debtor, members, ofRole: false }, ['ann'])).toMatchObject({
      memberId: 'ben',
      why: 'deputy',
    });
    const without = members.map((one) => (one.id === 'ann' ? away : one));
    expect(rightPerson({ asks: 'owner', debtor, members: without }).memberId).toBe('ben');
  }
  // who was asked as the account's deputy is followed by a manager, not by a deputy's deputy
  const members = [max, ben, away, { ...cem, deputyId: 'ben' }];
  expect(nextPerson({ debtor, members, ofRole: false }, ['cem'])).toMatchObject({ memberId: 'max' });
});

test('what a manager is asked never goes to the account’s deputy, only to another manager', () => {
  const mia = member('mia', { role: 'manager', deputyId: 'max' });
  const nia = member('nia', { role: 'manager', deputyId: 'ben' });
  const members = [ben, mia, nia, max];
  const debtor = { ownerId: 'nia', deputyId: 'ben' };
  expect(nextPerson({ debtor, members, ofRole: true }, ['mia'])).toMatchObject({
    memberId: 'max',
    why: 'deputy',
  });
  expect(nextPerson({ debtor, members, ofRole: true }, ['nia'])).toMatchObject({
    memberId: 'max',
    why: 'manager',
  });
  expect(nextPerson({ debtor, members, ofRole: false }, ['nia']).memberId).toBe('ben');
});
