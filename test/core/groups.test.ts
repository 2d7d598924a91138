import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternateContact } from '../../src/core/alternateContact.ts';
import { contactAsked } from '../../src/core/contactAsked.ts';
import { contactAllowance } from '../../src/core/contactRules.ts';
import { dayOf } from '../../src/core/day.ts';
import { groupName, LONGEST_GROUP_NAME } from '../../src/core/groupName.ts';
import { isLost } from '../../src/core/isLost.ts';
import { recipientOf } from '../../src/core/recipientOf.ts';
import { whyNotInGroup } from '../../src/core/whyNotInGroup.ts';
import { activity, contact, facts, invoice, on, weekdays } from './ladder.ts';

const acme = { name: 'Acme Ltd', kind: 'business', creditor: 'Northwind Ltd' };

test('businesses that owe one creditor may be in a group', () => {
  expect(whyNotInGroup(acme, { name: 'Acme', creditor: undefined })).toBeUndefined();
  expect(whyNotInGroup(acme, { name: 'Acme', creditor: 'Northwind Ltd' })).toBeUndefined();
});

test.for(['sole_trader', 'individual'])('a %s never shares an account, even alone', (kind) => {
  expect(whyNotInGroup({ ...acme, kind }, { name: 'Acme', creditor: undefined })).toContain(
    'only businesses',
  );
});

test('who owes somebody else is told whose group it is', () => {
  const why = whyNotInGroup(acme, { name: 'Acme', creditor: 'Southwind Ltd' });
  expect(why).toContain('Southwind Ltd');
  expect(why).toContain('Northwind Ltd');
});

test('a name is read with single spaces, and one that is too long is told', () => {
  expect(groupName('  Acme   Holding\t')).toEqual({ name: 'Acme Holding' });
  expect(groupName(' ')).toEqual({ name: '' });
  expect(groupName('é'.repeat(LONGEST_GROUP_NAME))).toEqual({ name: 'é'.repeat(LONGEST_GROUP_NAME) });
  expect(groupName('é'.repeat(LONGEST_GROUP_NAME + 1))).toMatchObject({
    error: expect.stringContaining('81'),
  });
});

const ana = contact('ana', { of: 'South Ltd' });

test('who has nobody of their own that can be reached is reached through their group, the own people first', () => {
  const wrong = contact('ben', { deadChannels: ['call', 'email'] });
  const alone = facts({ contacts: [wrong], shared: [ana] });
  expect(contactAsked('call', alone)).toBe(ana);
  expect(recipientOf(alone)).toBe(ana);
  expect(isLost(alone)).toBe(false);
  const own = contact('cid');
  const both = facts({ contacts: [wrong, own], shared: [ana] });
  expect(contactAsked('call', both)).toBe(own);
  expect(recipientOf(both)).toBe(own);
  expect(alternateContact(both).other).toBe(ana);
});

test.for(['refusedChannels', 'deadChannels'] as const)('%s stay with the person', (channels) => {
  const known = contact('ana', { of: 'South Ltd', [channels]: ['call', 'email'] });
  const about = facts({ shared: [known] });
  expect(contactAsked('call', about)).toBeUndefined();
  expect(recipientOf(about)).toBeUndefined();
});

test.for(['sole_trader', 'individual'] as const)(
  'nobody else is told about a %s, whatever was loaded',
  (kind) => {
    const about = facts({
      debtor: { id: 'jane', kind, country: 'GB', zone: 'Europe/London' },
      contacts: [contact('jane', { deadChannels: ['call', 'email'] })],
      shared: [ana],
    });
    expect(contactAsked('call', about)?.id).toBe('jane');
    expect(recipientOf(about)).toBeUndefined();
    expect(isLost(about)).toBe(true);
  },
);

test('what one entry says against reaching somebody holds for all entries of that person', () => {
  const jane = { name: 'Jane Miller', email: 'Jane@Acme.example' };
  const own = contact('own', { ...jane, refusedChannels: ['email'], deadChannels: ['call'] });
  const entry = contact('shared', { ...jane, email: 'jane@acme.example', of: 'South Ltd' });
  expect(recipientOf(facts({ contacts: [own], shared: [entry] }))).toBeUndefined();
  expect(isLost(facts({ contacts: [own], shared: [entry] }))).toBe(false); // she refuses mail; it works
  const refusing = contact('west', { ...jane, of: 'West Ltd', doNotContact: true });
  for (const shared of [
    [entry, refusing],
    [refusing, entry],
  ]) {
    expect(recipientOf(facts({ shared }))).toBeUndefined();
    expect(contactAsked('call', facts({ shared }))).toBeUndefined();
  }
});

test('a call to somebody of another account is allowed by that account’s clock', () => {
  const asked = (zone: string | undefined) =>
    contactAllowance({
      facts: facts(),
      contact: contact('bob', { of: 'Acme Inc.', zone }),
      channel: 'call',
      calendar: weekdays,
      now: new Date('2026-11-25T09:05:00Z'),
    });
  expect(asked('Europe/London').allowed).toBe(true);
  expect(asked('America/New_York')).toMatchObject({
    allowed: false,
    nextAt: new Date('2026-11-25T14:00:00Z'),
  });
});

test('calls are counted per person, for whichever account of the group they were', () => {
  const calls = ['2026-11-23', '2026-11-24', '2026-11-25'].map((day) =>
    activity('call', day, { contactId: 'ana', outcome: 'no_answer' }),
  );
  const asked = (known: Parameters<typeof facts>[0]) =>
    contactAllowance({
      facts: facts(known),
      contact: ana,
      channel: 'call',
      calendar: weekdays,
      now: new Date('2026-11-25T11:00:00Z'),
    });
  expect(asked({ elsewhere: calls })).toMatchObject({ allowed: false, used: 3 });
  expect(asked({ elsewhere: calls.slice(1), activities: calls.slice(0, 1) })).toMatchObject({ used: 3 });
  const others = calls.map((call) => ({ ...call, contactId: 'ben' }));
  expect(asked({ elsewhere: others })).toMatchObject({ allowed: true, used: 0 });
  // the same person is on file at the other account too
  const twin = contact('twin', { email: ana.email });
  expect(
    asked({ elsewhere: calls.map((call) => ({ ...call, contactId: 'twin' })), contacts: [twin] }),
  ).toMatchObject({ used: 3 });
  // a call whose person nobody noted was to one of the account's own
  expect(asked({ activities: calls.map(({ contactId: _, ...call }) => call) })).toMatchObject({ used: 0 });
});

test('the call of an account waits while its person was called enough for another of the group', () => {
  const due = [invoice('A', '2026-10-23')];
  const calls = ['2026-11-23', '2026-11-24', '2026-11-24'].map((day) =>
    activity('call', day, { contactId: 'twin', outcome: 'no_answer' }),
  );
  const twin = contact('twin', { email: ana.email, of: 'South Ltd' });
  const own = contact('ana');
  const asked = (known: Parameters<typeof facts>[0]) => on('2026-11-24', { invoices: due, ...known });
  const waits = { waiting: { stage: 'commitment_call', until: dayOf('2026-11-30'), why: 'contact_rules' } };
  expect(asked({ contacts: [own], shared: [twin], elsewhere: calls })).toMatchObject(waits);
  expect(asked({ shared: [twin], elsewhere: calls })).toMatchObject(waits); // whom the group shares
  const mixed = { activities: calls.slice(0, 1).map((call) => ({ ...call, contactId: 'ana' })) };
  expect(asked({ contacts: [own], shared: [twin], elsewhere: calls.slice(1), ...mixed })).toMatchObject(
    waits,
  );
  const others = calls.map((call) => ({ ...call, contactId: 'ben' }));
  expect(asked({ contacts: [own], shared: [twin], elsewhere: others })).toEqual(
    asked({ contacts: [own], shared: [twin] }),
  );
});

test('the steps of an account are its own: nothing of its group changes what is decided before a call', () => {
  const day = fc.integer({ min: 1, max: 25 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.array(day, { maxLength: 6 }),
      fc.array(day, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (called, due, hasOwn) => {
        const alone = facts({
          contacts: hasOwn ? [contact('own')] : [],
          invoices: due.map((dueOn, at) => invoice(`A${at}`, dueOn)),
        });
        const elsewhere = called.flatMap((at) =>
          ['ana', 'own'].map((contactId) => activity('call', at, { contactId, outcome: 'no_answer' })),
        );
        const grouped = { ...alone, shared: [ana], elsewhere };
        expect(on('2026-11-26', grouped)).toEqual(on('2026-11-26', alone));
      },
    ),
  );
});
