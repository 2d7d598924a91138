import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternateContact } from '../../src/core/alternateContact.ts';
import { contactAsked } from '../../src/core/contactAsked.ts';
import { contactFor } from '../../src/core/contactFor.ts';
import { contactAllowance } from '../../src/core/contactRules.ts';
import { dayOf } from '../../src/core/day.ts';
import { privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFact } from '../../src/core/facts.ts';
import { invoiceGaps } from '../../src/core/invoiceGaps.ts';
import { isLost } from '../../src/core/isLost.ts';
import { maySend } from '../../src/core/maySend.ts';
import { recipientOf } from '../../src/core/recipientOf.ts';
import { stepDoneOn } from '../../src/core/stepDone.ts';
import { activity, contact, facts, invoice, settings, step, weekdays } from './ladder.ts';

const channels = ['call', 'email'] as const;
const jane: DebtorFact = { id: 'jane', kind: 'individual', country: 'GB', zone: 'Europe/London' };
const people = fc.array(
  fc.record({
    role: fc.constantFrom('payables', 'director', 'alternate', 'other'),
    isMailbox: fc.boolean(),
    doNotContact: fc.boolean(),
    deadChannels: fc.subarray([...channels]),
    refusedChannels: fc.subarray([...channels]),
    email: fc.option(fc.constantFrom('jane@home.example', 'info@works.example'), { nil: undefined }),
  }),
  { maxLength: 6 },
);
const now = new Date('2026-11-25T10:00:00Z');

test('whatever the contacts, a private person’s notice and calls go to nobody but them', () => {
  fc.assert(
    fc.property(people, (known) => {
      const contacts = known.map((one, at) => contact(`c${at}`, one));
      const own = contacts.filter(
        ({ role, isMailbox }) => ['payables', 'director'].includes(role) && !isMailbox,
      );
      const about = facts({ debtor: jane, contacts, invoices: [invoice('A', '2026-11-16')] });
      const chosen = [
        recipientOf(about),
        alternateContact(about).other,
        ...channels.map((channel) => contactFor(about, channel)),
        ...['reminder', 'alternate_contact'].map((kind) => contactAsked(kind, about)),
      ];
      for (const one of chosen) if (one) expect(own).toContain(one);
      for (const one of contacts) {
        if (own.includes(one)) continue;
        for (const channel of [...channels, 'text', 'letter'] as const)
          expect(
            contactAllowance({ facts: about, contact: one, channel, calendar: weekdays, now }),
          ).toMatchObject({
            allowed: false,
            mayOverride: false,
          });
      }
      // that others can be reached changes nothing for them
      const alone = { ...about, contacts: own };
      expect(recipientOf(about)).toEqual(recipientOf(alone));
      expect(isLost(about)).toBe(isLost(alone));
      const arrived = { issuedOn: dayOf('2026-11-02'), dueOn: dayOf('2026-12-02') };
      expect(invoiceGaps(arrived, { ...about, billing: {} })).toEqual(
        invoiceGaps(arrived, { ...alone, billing: {} }),
      );
    }),
  );
});

test('with their own address dead and a relative on file nobody is written to: they have to be found', () => {
  const gone = contact('jane', { phone: undefined, deadChannels: ['email'] });
  const contacts = [gone, contact('tom', { role: 'other' })];
  const chase = step('chase', 'A', '2026-11-23', { id: 's', state: 'pending', doneOn: undefined });
  const about = facts({ debtor: jane, contacts, invoices: [invoice('A', '2026-11-01')], steps: [chase] });
  const input = {
    ...{ facts: about, policy: privatePolicy, settings, today: dayOf('2026-11-25') },
    ...{ calendar: weekdays, debtorCalendar: weekdays },
  };
  expect(maySend({ input, stepId: 's', now })).toMatchObject({ verdict: 'changed', rule: 'no_recipient' });
  expect(isLost(about)).toBe(true);
  const business = { ...about, debtor: { ...jane, kind: 'business' as const } };
  expect(maySend({ input: { ...input, facts: business }, stepId: 's', now }).verdict).toBe('send');
});

test('a sole trader’s own mailbox is theirs, somebody they know is not', () => {
  const debtor: DebtorFact = { ...jane, kind: 'sole_trader' };
  const info = contact('info', { isMailbox: true });
  expect(recipientOf({ debtor, contacts: [contact('tom', { role: 'alternate' }), info] })).toBe(info);
});

test('a call to a private person is tried often enough without the relative who is on file', () => {
  const contacts = [contact('jane'), contact('tom', { role: 'alternate' })];
  const days = ['2026-11-18', '2026-11-19', '2026-11-20'] as const;
  const activities = days.map((day, at) => activity(at === 1 ? 'email' : 'call', day, { contactId: 'jane' }));
  const asked = step('commitment_call', 'A', '2026-11-18', { state: 'pending', doneOn: undefined });
  const doneOn = (debtor: DebtorFact) =>
    stepDoneOn(asked, 'contact', facts({ debtor, contacts, activities }), weekdays);
  expect(doneOn(jane)).toBe(dayOf('2026-11-20'));
  expect(doneOn({ ...jane, kind: 'business' })).toBeUndefined();
});
