import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { draftPlan, type PlanOffer } from '../../src/core/draftPlan.ts';
import type { DisputeFact } from '../../src/core/facts.ts';
import { type AgreedPromise, judgeAgreements, type PlanState } from '../../src/core/judgeAgreements.ts';
import { judgePlan } from '../../src/core/judgePlan.ts';
import { planDays, planRhythms } from '../../src/core/planDays.ts';
import type { Receipt } from '../../src/core/standingReceipts.ts';
import { waitForOpenDay } from '../../src/core/waitForOpenDay.ts';

const england = businessCalendar({ country: 'GB' });
const monday = dayOf('2026-11-23');
const open = (number: string, late: number, outstanding: bigint) => ({
  ...{ id: number, number, outstanding, currency: 'GBP' },
  dueOn: addDays(monday, -late),
});
const limits = { instalments: 3, days: 90 };
const draft = (offer: Partial<PlanOffer> & { amount?: bigint } = {}) =>
  draftPlan(
    {
      ...{ money: { currency: 'GBP', amount: offer.amount ?? 100_000n }, count: 3, rhythm: 'monthly' },
      ...{ firstOn: dayOf('2026-11-30'), madeOn: monday, method: 'transfer' },
      invoices: [open('A', 40, 60_000n), open('B', 10, 60_000n)],
      ...offer,
    },
    { calendar: england, locale: 'en-GB', limits },
  );

it('instalments come weekly, every two weeks, or on a day of the month', () => {
  const days = (first: string, rhythm: (typeof planRhythms)[number]) =>
    planDays(dayOf(first), 3, rhythm).map(isoDay);
  expect(days('2026-11-27', 'weekly')).toEqual(['2026-11-27', '2026-12-04', '2026-12-11']);
  expect(days('2026-11-27', 'fortnightly')).toEqual(['2026-11-27', '2026-12-11', '2026-12-25']);
  expect(days('2026-12-31', 'monthly')).toEqual(['2026-12-31', '2027-01-31', '2027-02-28']);
});

describe('a plan as it is offered', () => {
  it('pays the oldest first; the instalment that completes an invoice stops its clock', () => {
    const { instalments, left } = draft();
    expect(instalments.map(({ amount }) => amount)).toEqual([33_333n, 33_333n, 33_334n]);
    expect(instalments.map(({ invoices }) => invoices.map((i) => [i.invoiceId, i.amount, i.inFull]))).toEqual(
      [
        [['A', 33_333n, false]],
        [
          ['A', 26_667n, true],
          ['B', 6_666n, false],
        ],
        [['B', 33_334n, false]],
      ],
    );
    expect(left).toBe(0n);
  });

  it('an instalment that completes what is asked for of an invoice stops its clock', () => {
    const invoices = [{ ...open('A', 40, 60_000n), asked: 40_000n }, open('B', 10, 60_000n)];
    const { instalments, agreement } = draft({ amount: 100_000n, count: 2, invoices });
    expect(instalments.map((one) => one.invoices.map((i) => [i.invoiceId, i.amount, i.inFull]))).toEqual([
      [
        ['A', 40_000n, true],
        ['B', 10_000n, false],
      ],
      [['B', 50_000n, true]],
    ]);
    expect(agreement).toEqual([]);
  });

  const table: [string, Parameters<typeof draft>[0], number][] = [
    ['within the limits nobody is asked', {}, 0],
    ['more instalments', { count: 4, rhythm: 'weekly' }, 1],
    ['the last one further ahead, and so the first', { firstOn: dayOf('2027-01-04') }, 2],
    [
      'the first one more than 14 days ahead',
      { firstOn: dayOf('2026-12-15'), count: 2, rhythm: 'weekly' },
      1,
    ],
    ['less than half of what is overdue', { amount: 59_999n }, 1],
    ['half of it', { amount: 60_000n }, 0],
    ['all of that', { amount: 50_000n, count: 12 }, 3],
  ];
  it.each(table)('%s', (_what, offer, reasons) => {
    expect(draft(offer).agreement).toHaveLength(reasons);
  });

  it('has two instalments at least, of some money, from today on', () => {
    expect(() => draft({ count: 1 })).toThrow(RangeError);
    expect(() => draft({ amount: 2n })).toThrow(RangeError);
    expect(() => draft({ firstOn: addDays(monday, -1) })).toThrow(RangeError);
  });
});

it('the instalments add up, on their invoices and in all, and no invoice is completed twice', () => {
  const invoices = fc.array(fc.bigInt({ min: 1n, max: 90_000n }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.bigInt({ min: 40n, max: 200_000n }),
      fc.integer({ min: 2, max: 36 }),
      fc.constantFrom(...planRhythms),
      invoices,
      (amount, count, rhythm, outstanding) => {
        const owed = outstanding.map((each, index) => open(`I${index}`, 50 - index, each));
        const { instalments, left } = draft({ amount, count, rhythm, invoices: owed });
        const sum = (of: readonly bigint[]) => of.reduce((total, each) => total + each, 0n);
        const shares = instalments.flatMap((each) => each.invoices);
        expect(sum(instalments.map((each) => each.amount))).toBe(amount);
        expect(sum(shares.map((share) => share.amount)) + left).toBe(amount);
        for (const { id, outstanding: most } of owed) {
          const own = shares.filter(({ invoiceId }) => invoiceId === id);
          const paid = sum(own.map((share) => share.amount));
          expect(paid <= most).toBe(true);
          expect(own.filter(({ inFull }) => inFull)).toHaveLength(paid === most ? 1 : 0);
        }
        const days = instalments.map(({ promisedOn }) => promisedOn);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      },
    ),
    { numRuns: 100 },
  );
});

it('one instalment missed breaks the plan, all kept keep it', () => {
  expect(judgePlan(['kept', 'open', 'open'])).toBe('open');
  expect(judgePlan(['kept', 'being_checked', 'open'])).toBe('open');
  expect(judgePlan(['kept', 'partially_kept', 'open'])).toBe('broken');
  expect(judgePlan(['broken'])).toBe('broken');
  expect(judgePlan(['kept', 'kept'])).toBe('kept');
});

describe('a plan and the money that comes for it', () => {
  const [first, second] = [monday, addDays(monday, 14)];
  const book = { invoices: [], disputes: [], holds: [] };
  const instalment = (id: string, promisedOn: Day, known: Partial<AgreedPromise> = {}): AgreedPromise => ({
    ...{ id, currency: 'EUR', amount: 50_000n, madeOn: monday, promisedOn, planId: 'plan' },
    ...{ lastOn: addDays(promisedOn, 2), judgeOn: addDays(promisedOn, 3), invoiceIds: ['1041'] },
    ...{ state: 'open', isReplaced: false },
    ...known,
  });
  const paidOn = (on: Day) => ({ paymentId: isoDay(on), currency: 'EUR', amount: 50_000n, valueOn: on });
  const judged = (promises: AgreedPromise[], state: PlanState, receipts: Receipt[], today: Day) => {
    const plans = [{ id: 'plan', state }];
    const verdicts = judgeAgreements({ promises, plans, receipts, book, freshUntil: today, today });
    return [...verdicts.plans, ...verdicts.promises].map((verdict) => verdict.state);
  };

  it('an instalment that was missed breaks it, and the next is promised no more', () => {
    const plan = [instalment('a', first), instalment('b', second)];
    expect(judged(plan, 'open', [], addDays(first, 3))).toEqual(['broken', 'broken', 'cancelled']);
  });

  it('unconfirmed it is kept or cancelled, never broken; so is a promise of its own', () => {
    const unconfirmed = true;
    const plan = [instalment('a', first, { unconfirmed }), instalment('b', second, { unconfirmed })];
    expect(judged(plan, 'open', [], addDays(first, 3))).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(judged(plan, 'open', [paidOn(first), paidOn(second)], second)).toEqual(['kept', 'kept', 'kept']);
    const verdicts = (receipts: Receipt[], today: Day) => {
      const promises = [instalment('a', first, { unconfirmed, planId: undefined })];
      return judgeAgreements({ promises, plans: [], receipts, book, freshUntil: today, today }).promises;
    };
    expect(verdicts([], addDays(first, 2))).toMatchObject([{ state: 'open' }]);
    const half = { ...paidOn(first), amount: 20_000n };
    expect(verdicts([half], addDays(first, 3))).toMatchObject([{ state: 'cancelled', received: 20_000n }]);
    expect(verdicts([paidOn(first)], addDays(first, 3))).toMatchObject([{ state: 'kept' }]);
  });

  it('money that was there in time and is booked late mends it: all of it stands again', () => {
    const plan = [
      instalment('a', first, { state: 'broken' }),
      instalment('b', second, { state: 'cancelled' }),
    ];
    expect(judged(plan, 'broken', [paidOn(first)], addDays(first, 9))).toEqual(['open', 'kept', 'open']);
  });

  it('while one of its invoices is in dispute only what is for the others has to come', () => {
    const shares = (amount: bigint, invoiceId: string) => [{ invoiceId, amount }];
    const plan = [
      instalment('a', first, { shares: shares(50_000n, '1041') }),
      instalment('b', second, { invoiceIds: ['1042'], shares: shares(50_000n, '1042') }),
    ];
    const disputes: DisputeFact[] = [
      { id: 'd', invoiceId: '1041', amount: 50_000n, whole: true, raisedOn: addDays(first, 1) },
    ];
    const states = (paid: bigint, today: Day) => {
      const receipts = paid > 0n ? [{ ...paidOn(second), amount: paid, invoiceId: '1042' }] : [];
      const invoices = [
        { id: '1041', outstanding: 50_000n, settledBy: [] },
        { id: '1042', outstanding: 50_000n - paid, settledBy: [{ on: second, amount: paid }] },
      ];
      const plans = [{ id: 'plan', state: 'open' as const }];
      const known = { receipts, book: { invoices, disputes, holds: [] }, freshUntil: today, today };
      const verdicts = judgeAgreements({ promises: plan, plans, ...known });
      return [...verdicts.plans, ...verdicts.promises].map(({ state }) => state);
    };
    expect(states(0n, addDays(first, 3))).toEqual(['open', 'open', 'open']);
    expect(states(50_000n, addDays(second, 9))[0]).toBe('open');
    expect(states(0n, addDays(second, 3))[0]).toBe('broken');
  });

  it('whose place another agreement took it stays as it ended, whatever money came for what is judged of it', () => {
    const taken = { state: 'broken', isReplaced: true } as const;
    const plan = [
      instalment('a', first, { state: 'kept' }),
      instalment('b', second, taken),
      instalment('c', second, { planId: undefined }),
    ];
    expect(judged(plan, 'broken', [paidOn(first)], second)).toEqual(['kept', 'open']);
    expect(judged(plan.slice(1), 'broken', [], second)).toEqual(['open']);
  });
});

describe('on a closed day', () => {
  const instalment = (id: string, state: AgreedPromise['state'], planId: string | undefined = 'plan') => ({
    ...{
      id,
      currency: 'EUR',
      amount: 1n,
      madeOn: monday,
      promisedOn: monday,
      lastOn: monday,
      judgeOn: monday,
    },
    ...{ invoiceIds: [], isReplaced: false, state, planId },
  });
  const kept = (before: AgreedPromise[], plan: PlanState, after: readonly AgreedPromise['state'][]) => {
    const verdicts = waitForOpenDay(
      {
        plans: [{ planId: 'plan', state: 'broken' }],
        promises: before.map(({ id }, n) => ({
          ...{ promiseId: id, received: 0n },
          state: (after[n] ?? 'open') as 'open',
        })),
      },
      { promises: before, plans: [{ id: 'plan', state: plan }] },
    );
    return [...verdicts.plans, ...verdicts.promises].map(({ state }) => state);
  };

  it('what is open stays open, its plan and what comes after it, and what came is kept', () => {
    const plan = [instalment('a', 'open'), instalment('b', 'open')];
    expect(kept(plan, 'open', ['broken', 'cancelled'])).toEqual(['open', 'open', 'open']);
    const alone = [instalment('a', 'open', 'none'), instalment('b', 'open', 'none')];
    expect(kept(alone, 'broken', ['kept', 'partially_kept'])).toEqual(['broken', 'kept', 'open']);
  });

  it('money that was taken back breaks at once, the plan and what comes after it too', () => {
    const plan = [instalment('a', 'kept'), instalment('b', 'open')];
    expect(kept(plan, 'open', ['broken', 'cancelled'])).toEqual(['broken', 'broken', 'cancelled']);
  });
});
