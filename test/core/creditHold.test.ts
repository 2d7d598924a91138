import { describe, expect, test } from 'vitest';
import { nextToCarry, whyToRelease } from '../../src/core/creditHold.ts';
import { dayOf } from '../../src/core/day.ts';
import type { DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { CreditHoldFact, DebtorFacts } from '../../src/core/facts.ts';
import { maySend } from '../../src/core/maySend.ts';
import { facts, hold, invoice, on, promise, settings, step, weekdays } from './ladder.ts';

/** Invoice 1041 fell due on Thursday 1 January 2026: its day 60 is Monday 2 March. */
const bill = { invoices: [invoice('1041', '2026-01-01')] };
const called = step('commitment_call', '1041', '2026-02-02');
const noticed = step('firm_notice', '1041', '2026-03-02');
const warned = [called, noticed];
const asked = step('credit_hold', '1041', '2026-03-02', { state: 'pending', doneOn: undefined });
const inForce: CreditHoldFact = {
  id: 'hold',
  setOn: dayOf('2026-03-04'),
  invoiceId: '1041',
  invoiceNumber: '1041',
  invoiceIds: ['1041', '1042'],
};

const proposed = (day: string, known: Partial<DebtorFacts>, input: Partial<DecisionInput> = {}) =>
  on(day, { ...bill, ...known }, input).tasks.map(({ stage }) => stage);

describe('stopping supply is proposed', () => {
  const rows: [string, string, Partial<DebtorFacts>, string[], Partial<DecisionInput>?][] = [
    ['on day 60, once the late-payment notice went out', '2026-03-02', { steps: warned }, ['credit_hold']],
    ['not before', '2026-02-27', { steps: [called, step('firm_notice', '1041', '2026-02-27')] }, []],
    ['not without the notice', '2026-03-03', { steps: [called] }, []],
    [
      'not while the notice waits to be sent',
      '2026-03-03',
      { steps: [called, { ...noticed, state: 'pending', doneOn: undefined }] },
      [],
    ],
    [
      'not for a notice about another invoice',
      '2026-03-03',
      { steps: [called, { ...noticed, carryingInvoiceId: '1040', invoiceIds: ['1040'] }] },
      [],
    ],
    ['on the next open day', '2026-03-07', { steps: warned }, []],
    ['once', '2026-03-04', { steps: [...warned, asked] }, []],
    [
      'once, when the contract gives no right',
      '2026-03-04',
      { steps: [...warned, { ...asked, state: 'skipped' }] },
      [],
    ],
    [
      'again when it was withdrawn',
      '2026-03-04',
      { steps: [...warned, { ...asked, state: 'cancelled' }] },
      ['credit_hold'],
    ],
    [
      'not at once when a manager declined',
      '2026-03-04',
      {
        steps: [...warned, { ...asked, state: 'cancelled' }],
        refusals: [{ stage: 'credit_hold', endedOn: dayOf('2026-03-03') }],
      },
      [],
    ],
    [
      'not while one is in force, whatever carries it',
      '2026-03-05',
      { steps: warned, creditHold: inForce },
      [],
    ],
    [
      'never where insolvency is recorded',
      '2026-03-03',
      { steps: warned, conditions: [{ kind: 'insolvency', sinceOn: dayOf('2026-03-03') }] },
      [],
    ],
    [
      'not while payments are out of date',
      '2026-03-03',
      { steps: warned },
      [],
      { paymentsFreshUntil: dayOf('2026-02-20') },
    ],
    [
      'not where unapplied cash covers it',
      '2026-03-03',
      { steps: warned, unapplied: [{ currency: 'EUR', amount: 100_000n }] },
      [],
    ],
    [
      'not while it is on hold',
      '2026-03-03',
      { steps: warned, holds: [hold('2026-03-03', '2026-03-06')] },
      [],
    ],
    ['never to private customers', '2026-03-02', { steps: warned }, [], { policy: privatePolicy }],
  ];
  test.each(rows)('%s (%s)', (_rule, day, known, expected, input) => {
    expect(proposed(day, known, input)).toEqual(expected);
  });

  test('beside a rung, which goes on', () => {
    const { take, tasks } = on('2026-03-17', { ...bill, steps: warned });
    expect([take?.stage, tasks.map(({ stage }) => stage)]).toEqual(['final_notice', ['credit_hold']]);
    expect(on('2026-03-17', { ...bill, steps: [...warned, asked] }).take?.stage).toBe('final_notice');
  });
});

describe('an approved credit hold is held against the facts', () => {
  const verdict = (known: Partial<DebtorFacts>, paymentsFreshUntil = dayOf('2026-03-04')) => {
    const all = facts({ ...bill, steps: [...warned, asked], ...known });
    const today = dayOf('2026-03-04');
    const rules = { settings, calendar: weekdays, debtorCalendar: weekdays };
    return maySend({
      input: { facts: all, policy: businessPolicy, today, paymentsFreshUntil, ...rules },
      stepId: asked.id,
      now: new Date('2026-03-04T10:00:00Z'),
    }).verdict;
  };
  test('it may take effect as it was shown', () => expect(verdict({})).toBe('send'));
  test('it waits for payments', () => expect(verdict({}, dayOf('2026-02-20'))).toBe('wait'));
  test('nothing is left of it once it is paid or promised', () => {
    expect(verdict({ invoices: [invoice('1041', '2026-01-01', { outstanding: 0n })] })).toBe('gone');
    expect(verdict({ promises: [promise('1041', '2026-03-03', '2026-03-10')] })).toBe('gone');
  });
});

describe('it is to be released', () => {
  const plan = (known = {}) => promise('1041', '2026-03-10', '2026-04-10', { planId: 'plan', ...known });
  const rows: [string, Partial<DebtorFacts>, RegExp | undefined][] = [
    ['not while it is owed', {}, undefined],
    ['once it is paid', { invoices: [invoice('1042', '2026-01-02')] }, /1041 is settled/],
    [
      'not for a part payment',
      { invoices: [invoice('1041', '2026-01-01', { outstanding: 60_000n })] },
      undefined,
    ],
    [
      'once next to nothing is left',
      { invoices: [invoice('1041', '2026-01-01', { outstanding: 500n })] },
      /too small/,
    ],
    ['once unapplied cash covers it', { unapplied: [{ currency: 'EUR', amount: 100_000n }] }, /cover/],
    ['once it is not due any more', { invoices: [invoice('1041', '2026-05-01')] }, /not due/],
    ['once instalments are agreed', { promises: [plan()] }, /Instalments/],
    ['not before a manager agreed to them', { promises: [plan({ awaitsAgreement: true })] }, undefined],
    [
      'not any more once they broke',
      { promises: [plan({ state: 'broken', endedOn: dayOf('2026-03-12') })] },
      undefined,
    ],
    ['not for a mere promise', { promises: [promise('1041', '2026-03-10', '2026-03-20')] }, undefined],
  ];
  const known = (more: Partial<DebtorFacts>) => facts({ ...bill, creditHold: inForce, ...more });
  const context = { today: dayOf('2026-03-16'), settings };
  test.each(rows)('%s', (_rule, more, expected) => {
    const why = whyToRelease(known(more), context);
    if (expected) expect(why).toMatch(expected);
    else expect(why).toBeUndefined();
  });
  test('nothing is to be released where nothing is in force', () => {
    expect(whyToRelease(facts({ invoices: [] }), context)).toBeUndefined();
  });
  test('another invoice that it was approved for may carry it on, no other one', () => {
    const [paid, other, later] = [
      invoice('1041', '2026-01-01', { outstanding: 0n }),
      invoice('1042', '2026-01-02'),
      invoice('1043', '2026-01-03'),
    ];
    expect(nextToCarry(known({ invoices: [paid, other, later] }), context)?.number).toBe('1042');
    expect(nextToCarry(known({ invoices: [paid, later] }), context)).toBeUndefined();
  });
  test('the account says why', () => {
    const said = (more: Partial<DebtorFacts>) =>
      on('2026-03-16', known(more))
        .reasons.map(({ sentence }) => sentence)
        .join('\n');
    expect(said({})).toMatch(/On credit hold since .*for invoice 1041/);
    expect(said({ invoices: [] })).toMatch(/supply is to be released/);
  });
});
