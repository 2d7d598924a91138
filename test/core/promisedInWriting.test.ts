import { describe, expect, it, test } from 'vitest';
import { askedOfPromised } from '../../src/core/askedOfPromised.ts';
import { dayOf } from '../../src/core/day.ts';
import { dispute, facts, hold, invoice, on, promise, step } from './ladder.ts';

const bill = invoice('1041', '2026-01-01');
const called = step('commitment_call', '1041', '2026-02-02');
/** Half of it is promised for Friday 6 March, four days after the late-payment notice would go. */
const half = (known: Parameters<typeof promise>[3] = {}) =>
  promise('1041', '2026-02-27', '2026-03-06', {
    ...{
      amount: 50_000n,
      invoices: [{ invoiceId: '1041', amount: 50_000n, inFull: false }],
      inWriting: true,
    },
    ...known,
  });

describe('nothing harsher before a promised day that we confirmed in writing', () => {
  const decided = (day: string, promises = [half()], steps = [called]) =>
    on(day, { invoices: [bill], steps, promises });

  test('the late-payment notice waits until the day after it, and says so', () => {
    const { take, waiting, reasons } = decided('2026-03-02');
    expect([take, waiting?.stage, waiting?.until]).toEqual([undefined, 'firm_notice', dayOf('2026-03-09')]);
    const said = reasons.map(({ sentence }) => sentence).join('\n');
    expect(said).toContain('We confirmed in writing that €500.00 are promised for 6 Mar 2026');
    expect(said).toContain('€500.00 promised for 6 Mar 2026 pay only a part of invoice 1041: that goes on');
    expect(decided('2026-03-09').take?.stage).toBe('firm_notice');
  });
  const goesOn: [string, ReturnType<typeof promise>][] = [
    ['that was not confirmed', half({ inWriting: false })],
    ['that is over', half({ state: 'cancelled', endedOn: dayOf('2026-02-28') })],
    ['that a manager has still to agree to', half({ awaitsAgreement: true })],
    [
      'of somebody who does not pay, once their time to confirm is over',
      half({ confirmBy: dayOf('2026-03-01') }),
    ],
    ['of another invoice', half({ invoices: [{ invoiceId: '1042', amount: 1n, inFull: false }] })],
  ];
  test.each(goesOn)('not before that of a promise %s', (_which, of) => {
    expect(decided('2026-03-02', [of]).take?.stage).toBe('firm_notice');
  });
  test('that of a promise whose place another has taken is heeded until it has passed', () => {
    const replaced = half({ state: 'superseded', endedOn: dayOf('2026-02-28') });
    expect(decided('2026-03-06', [replaced]).waiting?.until).toEqual(dayOf('2026-03-09'));
    expect(decided('2026-03-09', [replaced]).take?.stage).toBe('firm_notice');
  });
  test('a notice about another invoice waits where it would list this one', () => {
    const other = invoice('1040', '2025-12-30');
    const steps = [called, step('commitment_call', '1040', '2026-02-02', { invoiceIds: ['1040', '1041'] })];
    const both = (day: string, due: string) =>
      on(day, { invoices: [{ ...bill, dueOn: dayOf(due) }, other], steps, promises: [half()] });
    expect(both('2026-03-02', '2026-01-01').take).toBeUndefined();
    expect(both('2026-03-02', '2026-02-01').take?.listedInvoiceIds).toEqual(['1040']);
  });
  test('what was as harsh before goes on: a reminder after a reminder, a notice after a notice', () => {
    const chased = step('chase', '1041', '2026-01-08', { stageDay: 7 });
    const early = half({
      madeOn: dayOf('2026-01-12'),
      promisedOn: dayOf('2026-01-20'),
      judgeOn: dayOf('2026-01-23'),
    });
    expect(decided('2026-01-15', [early], [chased]).take?.stage).toBe('chase');
    expect(decided('2026-01-08', [{ ...early, madeOn: dayOf('2026-01-02') }], []).take?.stage).toBe('chase');
    const noticed = step('firm_notice', '1041', '2026-02-26');
    expect(decided('2026-03-02', [half()], [called, noticed]).take?.stage).toBe('firm_notice');
  });
});

it('what is asked for of a promised invoice: less what is contested, given in to or credited, whatever stands', () => {
  const known = facts({
    invoices: [
      bill,
      invoice('1042', '2026-03-20'),
      invoice('CN', '2026-01-01', { amount: -30_000n, issuedOn: dayOf('2026-01-02') }),
    ],
    disputes: [dispute('1041', '2026-02-01', { whole: false, amount: 20_000n })],
    holds: [hold('2026-02-20', '2026-03-20')],
    promises: [half()],
  });
  const asked = askedOfPromised(known, ['1041', '1042'], dayOf('2026-03-02'));
  expect([...asked]).toEqual([
    ['1041', 50_000n],
    ['1042', 100_000n],
  ]);
});
