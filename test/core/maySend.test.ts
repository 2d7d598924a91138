import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { maySend } from '../../src/core/maySend.ts';
import type { Policy } from '../../src/core/policy.ts';
import {
  activity,
  contact,
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

const now = new Date('2026-11-23T10:00:00Z');
const chase = step('chase', 'A', '2026-11-23', {
  id: 'step',
  state: 'pending',
  doneOn: undefined,
  stageDay: 7,
});
const final = step('final_notice', 'A', '2026-11-23', { id: 'step', state: 'pending', doneOn: undefined });

function asked(
  known: Partial<DebtorFacts>,
  more: { writtenAt?: Date; freshUntil?: string; policy?: Policy } = {},
) {
  const input = {
    facts: facts({
      invoices: [invoice('A', '2026-11-16')],
      contacts: [contact('jane')],
      steps: [chase],
      ...known,
    }),
    policy: more.policy ?? businessPolicy,
    settings,
    today: dayOf('2026-11-23'),
    calendar: weekdays,
    debtorCalendar: weekdays,
    ...(more.freshUntil && { paymentsFreshUntil: dayOf(more.freshUntil) }),
  };
  return maySend({ input, stepId: 'step', now, writtenAt: more.writtenAt });
}

describe('at the moment of sending', () => {
  it('lets go what is still unpaid and free', () => {
    expect(asked({})).toEqual({ verdict: 'send' });
  });

  it.each([
    ['paid', { invoices: [] }],
    ['promised', { promises: [promise('A', '2026-11-20', '2026-11-27')] }],
    ['disputed', { disputes: [dispute('A', '2026-11-20')] }],
    ['on hold', { holds: [hold('2026-11-20', '2026-11-30')] }],
    ['seen at the bank', { holds: [hold('2026-11-20', '2026-11-30', { kind: 'payment_seen' })] }],
    [
      'covered by a credit note',
      { invoices: [invoice('A', '2026-11-16'), invoice('CN', '2026-11-16', { amount: -100_000n })] },
    ],
    ['insolvent', { conditions: [{ kind: 'insolvency', sinceOn: dayOf('2026-11-20') } as const] }],
    ['withdrawn', { steps: [{ ...chase, state: 'cancelled' as const }] }],
    ['sent already', { steps: [{ ...chase, state: 'done' as const }] }],
  ])('nothing is left to send of what is %s', (_why, known) => {
    expect(asked(known).verdict).toBe('gone');
  });

  it('nothing is left to send of a stage that the policy does not use any longer', () => {
    const rungs = businessPolicy.rungs.map((rung) => ({ ...rung, enabled: rung.key !== 'chase' }));
    expect(asked({}, { policy: { ...businessPolicy, rungs } })).toMatchObject({
      verdict: 'gone',
      rule: 'withdrawn',
    });
  });

  it('rests a late-payment notice for a business day after a reply, and sends no repeat that an answer has ended', () => {
    const call = step('commitment_call', 'A', '2026-10-05', { id: 'call' });
    const notice = step('firm_notice', 'A', '2026-11-23', {
      id: 'step',
      state: 'pending',
      doneOn: undefined,
    });
    const earlier = step('firm_notice', 'A', '2026-11-18', { id: 'earlier' });
    const late = (steps: DebtorFacts['steps'], repliedOn?: string) =>
      asked(
        {
          invoices: [invoice('A', '2026-09-01')],
          steps: [call, ...steps],
          ...(repliedOn && { activities: [activity('reply', repliedOn)] }),
        },
        { freshUntil: '2026-11-23' },
      );
    expect(late([notice])).toEqual({ verdict: 'send' });
    expect(late([notice], '2026-11-23')).toMatchObject({ verdict: 'wait', rule: 'reply' });
    expect(late([earlier, notice])).toEqual({ verdict: 'send' });
    expect(late([earlier, notice], '2026-11-19')).toMatchObject({ verdict: 'gone', rule: 'reply' });
  });

  it('goes on with the rest when one of its invoices is paid', () => {
    const both = { ...chase, invoiceIds: ['A', 'B'] };
    expect(asked({ invoices: [invoice('B', '2026-11-16')], steps: [both] }).verdict).toBe('send');
  });

  it('a reply since it was written has to be read first; one before was known', () => {
    const reply = activity('reply', '2026-11-20');
    const notice = { steps: [final], activities: [reply], invoices: [invoice('A', '2026-09-01')] };
    const fresh = { freshUntil: '2026-11-23' };
    expect(asked(notice, { ...fresh, writtenAt: new Date('2026-11-19T08:00:00Z') }).verdict).toBe('changed');
    expect(asked(notice, { ...fresh, writtenAt: new Date('2026-11-21T08:00:00Z') }).verdict).toBe('send');
  });

  it.each([
    ['we wrote yesterday', { activities: [mail('2026-11-20')] }],
    [
      'part of it was paid',
      { invoices: [invoice('A', '2026-11-16', { outstanding: 60_000n, partPaidOn: dayOf('2026-11-20') })] },
    ],
  ])('waits when %s', (_why, known) => {
    expect(asked(known)).toMatchObject({ verdict: 'wait', until: expect.any(Number) });
  });

  it('harsh ones wait for fresh payments, friendly ones do not', () => {
    const harsh = { steps: [final], invoices: [invoice('A', '2026-09-01')] };
    expect(asked(harsh, { freshUntil: '2026-11-23' }).verdict).toBe('send');
    expect(asked(harsh, { freshUntil: '2026-11-12' })).toMatchObject({ verdict: 'wait', rule: 'freshness' });
    expect(asked({}, { freshUntil: '2026-11-12' }).verdict).toBe('send');
    const unapplied = [{ currency: 'EUR', amount: 1_000n, toPlace: 1_000n }];
    expect(asked({ ...harsh, unapplied }, { freshUntil: '2026-11-23' })).toMatchObject({
      verdict: 'wait',
      rule: 'unplaced_cash',
    });
    expect(asked({ unapplied }).verdict).toBe('send');
  });

  it('is not sent when its recipient is not valid any more, and a mailbox takes one a day', () => {
    expect(asked({ contacts: [contact('jane', { doNotContact: true })] })).toMatchObject({
      verdict: 'changed',
      rule: 'no_recipient',
    });
    const ap = contact('ap', { isMailbox: true });
    const today = activity('email', '2026-11-23', { contactId: 'ap', at: new Date('2026-11-23T09:00:00Z') });
    expect(asked({ contacts: [ap], activities: [today] }).verdict).toBe('wait');
  });
});
