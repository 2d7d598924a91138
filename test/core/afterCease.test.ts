import { describe, expect, it, test } from 'vitest';
import { afterCease, afterCeaseWords } from '../../src/core/afterCease.ts';
import { type CeaseNotice, ceaseNotices } from '../../src/core/ceaseNotices.ts';
import { contactAllowance } from '../../src/core/contactRules.ts';
import { dayOf } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { ConditionFact, DebtorFacts } from '../../src/core/facts.ts';
import { mayWrite } from '../../src/core/mayWrite.ts';
import type { Channel } from '../../src/core/noWayTo.ts';
import { remedyProblem } from '../../src/core/remedyProblem.ts';
import {
  activity,
  contact,
  on as decidedOn,
  dispute,
  facts,
  hold,
  invoice,
  mail,
  promise,
  settings,
  step,
  weekdays,
} from './ladder.ts';

const today = dayOf('2026-11-23');
/** ten in the morning in New York */
const now = new Date('2026-11-23T15:00:00Z');
const since = dayOf('2026-11-20');
const cease: ConditionFact = { kind: 'cease', sinceOn: since };
const said = (...kinds: CeaseNotice[]): ConditionFact => ({
  ...cease,
  noticed: kinds.map((kind) => ({ kind, on: dayOf('2026-11-21') })),
});
const debtor: DebtorFacts['debtor'] = {
  id: 'mary',
  kind: 'individual',
  country: 'US',
  zone: 'America/New_York',
  forAnotherCreditor: true,
  validationNoticeOn: dayOf('2026-09-01'),
};

function known(more: Partial<DebtorFacts> = {}): DebtorFacts {
  return facts({
    debtor,
    invoices: [invoice('A', '2026-10-26')],
    contacts: [contact('mary')],
    conditions: [cease],
    ...more,
  });
}

function asked(
  kind: CeaseNotice,
  more: Partial<DebtorFacts> = {},
  {
    at = now,
    writtenAt,
    freshUntil = '2026-11-23',
  }: { at?: Date; writtenAt?: Date; freshUntil?: string } = {},
) {
  const input = {
    facts: known(more),
    policy: businessPolicy,
    settings,
    today,
    calendar: weekdays,
    debtorCalendar: weekdays,
    paymentsFreshUntil: dayOf(freshUntil),
  };
  return mayWrite({ input, kind, writtenAt, now: at });
}

describe('after a wish to cease contact', () => {
  it.each(ceaseNotices)('%s may go, and nothing else', (kind) => {
    expect(asked(kind)).toEqual({ verdict: 'send' });
    const input = { facts: known(), policy: businessPolicy, settings, today };
    for (const other of ['statement', 'terms_reminder', 'promise_reminder', 'promise_confirmation'] as const)
      expect(
        mayWrite({
          input: { ...input, calendar: weekdays, debtorCalendar: weekdays },
          kind: other,
          now,
        }),
      ).toMatchObject({ verdict: 'gone', rule: 'cease' });
  });

  const others = [
    'insolvency',
    'representation',
    'breathing_space',
    'bereavement',
    'vulnerability',
    'bank_details',
  ] as const;
  const stopped: [string, Partial<DebtorFacts>, string][] = [
    ...others.map((kind): [string, Partial<DebtorFacts>, string] => [
      `${kind} stands too`,
      { conditions: [cease, { kind, sinceOn: since }] },
      kind,
    ]),
    ['the wish was taken back', { conditions: [{ ...cease, endedOn: today }] }, 'no_cease'],
    ['it was never said', { conditions: [] }, 'no_cease'],
    ['others look after the account', { handedOff: { on: since, toName: 'Agency' } }, 'handed_off'],
    ['it is our own customer', { debtor: { ...debtor, forAnotherCreditor: false } }, 'cease'],
    ['they live elsewhere', { debtor: { ...debtor, country: 'GB', zone: 'Europe/London' } }, 'cease'],
    ['it is a business', { debtor: { ...debtor, kind: 'business' } }, 'cease'],
    ['it is paid', { invoices: [] }, 'nothing_due'],
    ['it is not due', { invoices: [invoice('A', '2026-12-26')] }, 'nothing_due'],
    ['it is disputed', { disputes: [dispute('A', '2026-11-10')] }, 'nothing_due'],
    ['it is promised', { promises: [promise('A', '2026-11-10', '2026-11-30')] }, 'nothing_due'],
    ['it is on hold', { holds: [hold('2026-11-20', '2026-11-30')] }, 'nothing_due'],
    [
      'finance saw the payment',
      { holds: [hold('2026-11-20', '2026-11-30', { kind: 'payment_seen' })] },
      'nothing_due',
    ],
    [
      'it is not in the last file',
      { invoices: [invoice('A', '2026-10-26', { missingSince: since })] },
      'nothing_due',
    ],
    [
      'credits cover it',
      { invoices: [invoice('A', '2026-10-26'), invoice('CN', '2026-10-26', { amount: -100_000n })] },
      'nothing_due',
    ],
  ];
  describe.each(stopped)('but not where %s', (_why, more, rule) => {
    it.each(ceaseNotices)('%s', (kind) => {
      expect(asked(kind, more)).toMatchObject({ verdict: 'gone', rule });
    });
  });

  const changed: [string, Partial<DebtorFacts>, string][] = [
    [
      'to whom nothing may be written',
      { contacts: [contact('mary', { doNotContact: true })] },
      'no_recipient',
    ],
    ['who refused emails', { contacts: [contact('mary', { refusedChannels: ['email'] })] }, 'no_recipient'],
    ['whose address is dead', { contacts: [contact('mary', { deadChannels: ['email'] })] }, 'no_recipient'],
    ['for whom another is on file', { contacts: [contact('son', { role: 'alternate' })] }, 'no_recipient'],
    [
      'who never got the validation notice',
      { debtor: { ...debtor, validationNoticeOn: undefined } },
      'contact_rules',
    ],
    ['who has replied since', { activities: [activity('reply', '2026-11-23')] }, 'reply'],
  ];
  test.each(changed)('nothing goes to somebody %s', (_who, more, rule) => {
    const writtenAt = new Date('2026-11-23T09:00:00Z');
    expect(asked('efforts_end', more, { writtenAt })).toMatchObject({ verdict: 'changed', rule });
  });

  it('waits for eight in the morning there, for our own business day, and for the days between two messages', () => {
    const night = new Date('2026-11-23T11:00:00Z');
    expect(asked('efforts_end', {}, { at: night })).toMatchObject({
      verdict: 'wait',
      from: new Date('2026-11-23T13:00:00Z'),
    });
    expect(asked('efforts_end', {}, { at: new Date('2026-11-24T02:00:00Z') })).toMatchObject({
      verdict: 'wait',
      rule: 'contact_rules',
    });
    expect(asked('efforts_end', { activities: [mail('2026-11-20')] })).toMatchObject({
      verdict: 'wait',
      rule: 'spacing',
    });
  });

  it('a remedy is harsher than all that was put in writing: payments are fresh, dates that we gave have passed', () => {
    const stale = { freshUntil: '2026-11-12' };
    const cash = { unapplied: [{ currency: 'EUR', amount: 500n, toPlace: 500n }] };
    const final = {
      steps: [step('final_notice', 'A', '2026-11-02', { deadlineOn: dayOf('2026-12-04') })],
    };
    for (const kind of ['remedy_possible', 'remedy_intended'] as const) {
      expect(asked(kind, {}, stale)).toMatchObject({ verdict: 'wait', rule: 'freshness' });
      expect(asked(kind, cash)).toMatchObject({ verdict: 'wait', rule: 'unplaced_cash' });
      expect(asked(kind, final)).toMatchObject({ verdict: 'wait', rule: 'deadline' });
    }
    expect(asked('efforts_end', {}, stale)).toEqual({ verdict: 'send' });
    expect(asked('efforts_end', final)).toEqual({ verdict: 'send' });
  });

  it('says each thing once, and nothing after the end of our efforts', () => {
    const again = (...kinds: CeaseNotice[]) =>
      ceaseNotices.filter((kind) => asked(kind, { conditions: [said(...kinds)] }).verdict === 'send');
    expect(again('remedy_possible')).toEqual(['efforts_end', 'remedy_intended']);
    expect(again('remedy_possible', 'remedy_intended')).toEqual(['efforts_end']);
    expect(again('efforts_end')).toEqual([]);
    // a wish that was ended has its own, and a new one begins anew
    expect(asked('efforts_end', { conditions: [{ ...said('efforts_end'), endedOn: since }, cease] })).toEqual(
      {
        verdict: 'send',
      },
    );
  });
});

describe('what is said of it', () => {
  it('what is left, what was said, and nothing where another condition stands', () => {
    const words = (conditions: ConditionFact[]) => {
      const left = afterCease(known({ conditions }), today);
      return left && afterCeaseWords(left);
    };
    expect(words([cease])).toBe(
      'US Regulation F still permits a notice that our efforts end, of a remedy that may be used or of a remedy that will be used: each once and approved, with /debt notice',
    );
    expect(words([said('remedy_possible', 'remedy_intended')])).toBe(
      'US Regulation F still permits a notice that our efforts end: once and approved, with /debt notice; the notice of a remedy that may be used went on 21 Nov 2026; the notice of a remedy that will be used went on 21 Nov 2026',
    );
    expect(words([said('efforts_end')])).toContain('Nothing more may be written to them');
    expect(words([cease, { kind: 'insolvency', sinceOn: since }])).toBeUndefined();
    expect(words([])).toBeUndefined();
  });

  it('stands beside what stops the account, which stays stopped', () => {
    const decided = decidedOn('2026-11-23', known());
    expect([decided.take, decided.tasks]).toEqual([undefined, []]);
    expect(decided.reasons.map(({ rule }) => rule)).toContain('after_cease');
    const own = decidedOn('2026-11-23', known({ debtor: { ...debtor, forAnotherCreditor: false } }));
    expect(own.reasons.map(({ rule }) => rule)).not.toContain('after_cease');
  });

  it.each(['call', 'text', 'email', 'letter'] as const)(
    'by %s there is no contact otherwise',
    (channel: Channel) => {
      const about = { facts: known(), contact: contact('mary', { mobile: '+1 212 555 0100' }), channel };
      const asking = { ...about, calendar: weekdays, now };
      expect(contactAllowance(asking)).toMatchObject({
        allowed: false,
        mayOverride: false,
        sentence:
          'The customer asked us to cease contact: no contact but the notices that US Regulation F permits, each approved (/debt notice)',
      });
      // nobody rings to say it
      if (channel === 'call') expect(contactAllowance({ ...asking, afterCease: true }).allowed).toBe(false);
    },
  );
});

test.each([
  ['', /which remedy/],
  ['   ', /which remedy/],
  ['x'.repeat(301), /300 characters/],
  ['Please settle, or a claim in court', /not ask for payment/],
  ['pay us $200 or be sued', /not ask for payment/],
  ['a claim, unless you pay in full', /not ask for payment/],
  ['a claim, see https://pay.example', /without an account/],
  ['a claim; write to desk@agency.example', /without an account/],
  ['a transfer to GB33 BUKB 2020 1555 5555 55', /without an account/],
  ['a claim; call 212 555 0100', /without an account/],
  ['a claim; the desk is at 212.555.0100', /without an account/],
  ['a claim; the desk is at (212) 555.0100', /without an account/],
  ['a claim, to be settled at northwind-pay.com', /without an account/],
  ['a claim unless payment is received by 5 December', /not ask for payment/],
  ['a claim if you do not settle within ten days', /not ask for payment/],
  ['a claim. Call us today', /not ask for payment/],
])('“%s” is no remedy to name', (typed, why) => {
  expect(remedyProblem(typed)).toMatch(why);
});

test.each([
  'a claim for the balance in the civil court',
  'a court order for payment, and attachment of earnings',
  'reporting of the account to consumer reporting agencies (15 USC 1681)',
  'garnishment of your pay',
  'a claim under 12 CFR 1006.34(a)(1) in the court of Albany, N.Y.',
])('“%s” may be named', (typed) => {
  expect(remedyProblem(typed)).toBeUndefined();
});
