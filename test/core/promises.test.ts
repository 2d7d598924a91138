import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { draftPromise } from '../../src/core/draftPromise.ts';
import type { DisputeFact, HoldFact } from '../../src/core/facts.ts';
import { type JudgedPromise, judgePromises } from '../../src/core/judgePromises.ts';
import type { PromisedBook, PromisedInvoice } from '../../src/core/PromisedBook.ts';
import { type PaymentMethod, promiseDays } from '../../src/core/promiseDays.ts';
import { askedOf, promiseShares } from '../../src/core/promiseShares.ts';
import { replacePromise } from '../../src/core/replacePromise.ts';
import type { Receipt } from '../../src/core/standingReceipts.ts';

const england = businessCalendar({ country: 'GB' });
const monday = dayOf('2026-11-23');

describe('the days of a promise', () => {
  const days = (promised: string, method: PaymentMethod) => {
    const { lastOn, judgeOn, remindOn } = promiseDays(dayOf(promised), method, england);
    return [isoDay(remindOn), isoDay(lastOn), isoDay(judgeOn)];
  };

  it('give a transfer two business days, a card none, a cheque five', () => {
    expect(days('2026-11-27', 'transfer')).toEqual(['2026-11-26', '2026-12-01', '2026-12-02']);
    expect(days('2026-11-27', 'unknown')).toEqual(['2026-11-26', '2026-12-01', '2026-12-02']);
    expect(days('2026-11-27', 'card')).toEqual(['2026-11-26', '2026-11-27', '2026-11-30']);
    expect(days('2026-11-27', 'cheque')).toEqual(['2026-11-26', '2026-12-04', '2026-12-07']);
  });

  it('start on an open day when the promised one is closed', () => {
    expect(days('2026-11-28', 'card')).toEqual(['2026-11-27', '2026-11-30', '2026-12-01']);
    expect(days('2026-12-25', 'transfer')).toEqual(['2026-12-24', '2026-12-31', '2027-01-04']);
  });
});

describe('a promise as it is given', () => {
  const open = (number: string, late: number, outstanding: bigint, currency = 'GBP') => ({
    id: number,
    number,
    dueOn: addDays(monday, -late),
    currency,
    outstanding,
  });
  const draft = (
    amount: bigint,
    ahead: number,
    invoices = [open('A', 40, 60_000n), open('B', 10, 60_000n)],
  ) =>
    draftPromise(
      {
        money: { currency: 'GBP', amount },
        madeOn: monday,
        promisedOn: addDays(monday, ahead),
        method: 'transfer',
        invoices,
      },
      england,
      'en-GB',
    );

  it('stops the clock of the invoices that it pays in full, oldest first', () => {
    expect(draft(90_000n, 4).invoices).toEqual([
      { invoiceId: 'A', amount: 60_000n, inFull: true },
      { invoiceId: 'B', amount: 30_000n, inFull: false },
    ]);
  });

  it('pays an invoice in full where it pays all that is asked for; what is contested comes last', () => {
    const invoices = [
      { ...open('A', 40, 60_000n), asked: 40_000n },
      open('B', 10, 60_000n),
      { ...open('C', 5, 60_000n), asked: 0n },
    ];
    const shares = (amount: bigint) => draft(amount, 4, invoices).invoices.map((of) => Object.values(of));
    expect(shares(39_999n)).toEqual([['A', 39_999n, false]]);
    expect(shares(100_000n)).toEqual([
      ['A', 40_000n, true],
      ['B', 60_000n, true],
    ]);
    expect(shares(130_000n)).toEqual([
      ['A', 60_000n, true],
      ['B', 60_000n, true],
      ['C', 10_000n, false],
    ]);
    expect(draft(180_001n, 4, invoices).left).toBe(1n);
    // half of what is asked for is enough
    expect([draft(50_000n, 4, invoices).agreement, draft(49_999n, 4, invoices).agreement.length]).toEqual([
      [],
      1,
    ]);
  });

  it('spreads money over what is asked for first, never beyond what is outstanding, none of it lost', () => {
    const some = fc.record({ outstanding: fc.bigInt(1n, 99n), asked: fc.option(fc.bigInt(0n, 120n)) });
    fc.assert(
      fc.property(fc.bigInt(1n, 400n), fc.array(some, { minLength: 1, maxLength: 4 }), (amount, owed) => {
        const invoices = owed.map(({ outstanding, asked }, index) => ({
          ...open(`${index}`, 40 - index, outstanding),
          ...(asked !== null && { asked }),
        }));
        const { shares, left } = promiseShares({ currency: 'GBP', amount }, invoices);
        const paid = new Map(shares.map((share) => [share.invoiceId, share]));
        const sum = shares.reduce((total, share) => total + share.amount, 0n);
        expect(sum + left).toBe(amount);
        const askedInAll = invoices.reduce((total, invoice) => total + askedOf(invoice), 0n);
        for (const invoice of invoices) {
          const share = paid.get(invoice.id);
          expect(share?.amount ?? 0n).toBeLessThanOrEqual(invoice.outstanding);
          if (askedOf(invoice) > 0n)
            expect(share?.inFull ?? false).toBe((share?.amount ?? 0n) >= askedOf(invoice));
          if (amount <= askedInAll) expect(share?.amount ?? 0n).toBeLessThanOrEqual(askedOf(invoice));
        }
      }),
    );
  });

  it('needs a manager when it is far ahead, or for less than half', () => {
    expect(draft(60_000n, 14).agreement).toEqual([]);
    expect(draft(60_000n, 15).agreement).toHaveLength(1);
    expect(draft(59_999n, 14).agreement).toHaveLength(1);
    expect(draft(59_999n, 15).agreement).toHaveLength(2);
  });

  it('is measured against what is overdue in its own currency', () => {
    const invoices = [open('A', 40, 10_000n), open('B', -5, 90_000n), open('C', 40, 90_000n, 'EUR')];
    expect(draft(5_000n, 3, invoices)).toMatchObject({ agreement: [], invoices: [{ invoiceId: 'A' }] });
  });

  it('is of some money, on a day to come', () => {
    expect(() => draft(0n, 3)).toThrow(RangeError);
    expect(() => draft(5n, -1)).toThrow(RangeError);
  });

  it('is renewed before its date twice, then a manager agrees; on its date it is broken', () => {
    const old = { promisedOn: monday, renewals: 1 };
    expect(replacePromise(old, addDays(monday, -1))).toEqual({
      endsAs: 'superseded',
      renewals: 2,
      managerAgrees: false,
    });
    expect(replacePromise({ ...old, renewals: 2 }, addDays(monday, -1))).toMatchObject({
      managerAgrees: true,
    });
    expect(replacePromise(old, monday)).toEqual({ endsAs: 'broken', renewals: 0, managerAgrees: false });
  });

  it("of somebody who does not pay is nobody's to break: on its date too it only gives way", () => {
    const old = { promisedOn: monday, renewals: 1, unconfirmed: true };
    expect(replacePromise(old, monday)).toEqual({ endsAs: 'superseded', renewals: 0, managerAgrees: false });
  });
});

describe('a promise is judged by the money', () => {
  const promise = (id: string, more: Partial<JudgedPromise> = {}): JudgedPromise => ({
    id,
    currency: 'GBP',
    amount: 1_000n,
    madeOn: monday,
    promisedOn: addDays(monday, 4),
    lastOn: addDays(monday, 8),
    judgeOn: addDays(monday, 9),
    invoiceIds: ['A'],
    ...more,
  });
  const money = (
    paymentId: string,
    amount: bigint,
    after: number,
    invoiceId?: string,
    currency = 'GBP',
  ): Receipt => ({
    paymentId,
    currency,
    amount,
    valueOn: addDays(monday, after),
    invoiceId,
  });
  const judge = (
    promises: JudgedPromise[],
    receipts: Receipt[],
    today = 9,
    freshUntil: number | undefined = 8,
  ) =>
    judgePromises({
      promises,
      receipts,
      today: addDays(monday, today),
      freshUntil: freshUntil === undefined ? undefined : addDays(monday, freshUntil),
    });

  it('kept as soon as it is full, before its date too', () => {
    const receipts = [money('p1', 600n, 1, 'A'), money('p2', 400n, 2)];
    expect(judge([promise('x')], receipts, 3, 2)).toEqual([
      { promiseId: 'x', state: 'kept', received: 1_000n, keptOn: addDays(monday, 2) },
    ]);
  });

  it('open until its judging day, then partially kept or broken', () => {
    expect(judge([promise('x')], [money('p', 600n, 4, 'A')], 8)).toMatchObject([
      { state: 'open', received: 600n },
    ]);
    expect(judge([promise('x')], [money('p', 600n, 4, 'A')])).toMatchObject([{ state: 'partially_kept' }]);
    expect(judge([promise('x')], [])).toMatchObject([{ state: 'broken' }]);
  });

  it('kept when it is judged, if what is missing is too small to be chased: a bank took its charge', () => {
    const of = (amount: bigint) => [promise('x', { amount, smallBalance: 2_500n })];
    const short = (amount: bigint, missing: bigint) =>
      judge(of(amount), [money('p', amount - missing, 4, 'A')])[0]?.state;
    expect(short(300_000n, 2_499n)).toBe('kept');
    expect(short(300_000n, 2_500n)).toBe('partially_kept');
    expect(short(100_000n, 999n)).toBe('kept');
    expect(short(100_000n, 1_000n)).toBe('partially_kept');
    expect(judge(of(300_000n), [money('p', 299_999n, 4, 'A')], 8)).toMatchObject([{ state: 'open' }]);
    expect(judge(of(2_000n), [])).toMatchObject([{ state: 'broken' }]);
  });

  it('being checked while payments are not known up to its last day', () => {
    expect(judge([promise('x')], [], 9, 7)).toMatchObject([{ state: 'being_checked' }]);
    expect(
      judgePromises({
        promises: [promise('x')],
        receipts: [],
        today: addDays(monday, 20),
        freshUntil: undefined,
      }),
    ).toMatchObject([{ state: 'being_checked' }]);
  });

  it('counts money from the day it was made to its last day, by value date', () => {
    for (const after of [-1, 9])
      expect(judge([promise('x')], [money('p', 1_000n, after, 'A')])).toMatchObject([{ state: 'broken' }]);
    for (const after of [0, 8])
      expect(judge([promise('x')], [money('p', 1_000n, after, 'A')])).toMatchObject([{ state: 'kept' }]);
  });

  it('counts no money that had been booked when it was made, though it is of that day', () => {
    const talk = new Date('2026-11-23T11:30:00Z');
    const paidOn = (after: number, at: string) => [
      { ...money('p', 1_000n, after, 'A'), bookedAt: new Date(`2026-11-23T${at}:00Z`) },
    ];
    const made = [promise('x', { madeAt: talk })];
    expect(judge(made, paidOn(0, '09:30'))).toMatchObject([{ state: 'broken' }]);
    expect(judge(made, paidOn(0, '11:30'))).toMatchObject([{ state: 'kept' }]);
    expect(judge(made, paidOn(1, '09:30'))).toMatchObject([{ state: 'kept' }]);
  });

  it('counts no money of other invoices or other currencies', () => {
    expect(
      judge([promise('x')], [money('p', 1_000n, 2, 'B'), money('q', 1_000n, 2, 'A', 'EUR')]),
    ).toMatchObject([{ state: 'broken', received: 0n }]);
  });

  it('counts every amount once, for the earliest promise', () => {
    const later = promise('later', { promisedOn: addDays(monday, 5) });
    expect(judge([later, promise('first')], [money('p', 1_500n, 3)])).toMatchObject([
      { promiseId: 'first', state: 'kept', received: 1_000n },
      { promiseId: 'later', state: 'partially_kept', received: 500n },
    ]);
  });

  it('counts for what whoever pays promised before what somebody else did, for however early a day', () => {
    const theirs = promise('theirs', { promisedOn: addDays(monday, 5) });
    expect(judge([promise('x', { unconfirmed: true }), theirs], [money('p', 1_500n, 3)])).toMatchObject([
      { promiseId: 'theirs', state: 'kept' },
      { promiseId: 'x', state: 'partially_kept', received: 500n },
    ]);
  });

  it('judges again when the payment is returned, wherever its reversal was booked', () => {
    for (const invoiceId of ['A', undefined]) {
      const returned = [money('p', 1_000n, 2, 'A'), money('p', -1_000n, 12, invoiceId)];
      expect(judge([promise('x')], returned, 12)).toMatchObject([{ state: 'broken', received: 0n }]);
    }
    const inPart = [money('p', 1_000n, 2, 'A'), money('p', -400n, 12, 'A')];
    expect(judge([promise('x')], inPart, 12)).toMatchObject([{ state: 'partially_kept', received: 600n }]);
  });

  it('judges again when money of the time is booked late', () => {
    expect(judge([promise('x')], [money('p', 1_000n, 8, 'A')], 30)).toMatchObject([{ state: 'kept' }]);
  });

  describe('beside what rests of its invoices, or is not owed any more', () => {
    const share = { invoiceId: 'A', amount: 1_000n };
    const invoice = (more: Partial<PromisedInvoice> = {}): PromisedInvoice => {
      return { id: 'A', outstanding: 1_000n, settledBy: [], ...more };
    };
    const settledOn = (after: number, amount = 1_000n) => ({ on: addDays(monday, after), amount });
    const judgeBeside = (book: Partial<PromisedBook>, receipts: Receipt[], today: number) => {
      const [verdict] = judgePromises({
        promises: [promise('x', { shares: [share] })],
        receipts,
        book: { invoices: [invoice()], disputes: [], holds: [], ...book },
        ...{ today: addDays(monday, today), freshUntil: addDays(monday, today) },
      });
      return verdict?.state;
    };
    const hold = (from: number, until: number, more: Partial<HoldFact> = {}): HoldFact => {
      const [fromOn, untilOn] = [addDays(monday, from), addDays(monday, until)];
      return { id: 'hold', kind: 'hold', reason: 'bank moves', fromOn, untilOn, ...more };
    };
    const dispute = (raised: number, ended?: number, more: Partial<DisputeFact> = {}): DisputeFact => {
      const endedOn = ended === undefined ? undefined : addDays(monday, ended);
      const raisedOn = addDays(monday, raised);
      return { id: 'dispute', invoiceId: 'A', amount: 1_000n, whole: true, raisedOn, endedOn, ...more };
    };

    it('what was paid before it, or credited, is not held against it; what was paid or written off after its last day is', () => {
      const paid = { invoices: [invoice({ outstanding: 0n, settledBy: [settledOn(-3)] })] };
      expect(judgeBeside(paid, [money('p', 1_000n, -3, 'A')], 9)).toBe('kept');
      expect(judgeBeside({ invoices: [invoice({ outstanding: 0n })] }, [], 9)).toBe('kept');
      const half = { invoices: [invoice({ outstanding: 0n, settledBy: [settledOn(4, 600n)] })] };
      expect(judgeBeside(half, [money('p', 600n, 4, 'A')], 9)).toBe('kept');
      const late = { invoices: [invoice({ outstanding: 0n, settledBy: [settledOn(9)] })] };
      expect(judgeBeside(late, [money('p', 1_000n, 9, 'A')], 12)).toBe('broken');
      expect(judgeBeside(late, [], 12)).toBe('broken');
    });

    it('a hold or a dispute since before its judging day puts that off, and gives as many days more to pay', () => {
      for (const rests of [{ holds: [hold(3, 12)] }, { disputes: [dispute(3, 13)] }]) {
        for (const day of [9, 12, 18]) expect(judgeBeside(rests, [], day)).toBe('open');
        expect(judgeBeside(rests, [], 19)).toBe('broken');
        expect(judgeBeside(rests, [money('p', 1_000n, 18, 'A')], 19)).toBe('kept');
        expect(judgeBeside(rests, [money('p', 1_000n, 19, 'A')], 19)).toBe('broken');
      }
    });

    it('what rests only after it was judged, or ended before, changes nothing', () => {
      expect(judgeBeside({ holds: [hold(9, 20)] }, [], 9)).toBe('broken');
      expect(judgeBeside({ holds: [hold(1, 8)] }, [], 9)).toBe('broken');
      expect(judgeBeside({ holds: [hold(3, 12, { awaitsAgreement: true })] }, [], 9)).toBe('broken');
    });

    it('money that was seen, and an invoice that is missing, put it off without a day more', () => {
      const seen = { holds: [hold(8, 10, { kind: 'payment_seen' })] };
      expect(judgeBeside(seen, [], 10)).toBe('open');
      expect(judgeBeside(seen, [money('p', 1_000n, 8, 'A')], 11)).toBe('kept');
      expect(judgeBeside(seen, [money('p', 1_000n, 10, 'A')], 11)).toBe('broken');
      const missing = { invoices: [invoice({ missingSince: addDays(monday, 8) })] };
      expect(judgeBeside(missing, [], 40)).toBe('open');
    });

    it('of an invoice that is contested in part the rest has to come in time', () => {
      const part = { disputes: [dispute(3, undefined, { whole: false, amount: 300n })] };
      const open = (outstanding: bigint, paid: bigint, more: object = {}) =>
        judgeBeside(
          { ...part, ...more, invoices: [invoice({ outstanding, settledBy: [settledOn(4, paid)] })] },
          [money('p', paid, 4, 'A')],
          9,
        );
      expect(open(300n, 700n)).toBe('open');
      expect(open(400n, 600n)).toBe('partially_kept');
      // what was contested before was not promised: it stands for nothing
      const [rest] = judgePromises({
        promises: [promise('x', { amount: 700n, shares: [{ invoiceId: 'A', amount: 700n }] })],
        receipts: [money('p', 500n, 4, 'A')],
        book: {
          ...part,
          holds: [],
          invoices: [invoice({ outstanding: 500n, settledBy: [settledOn(4, 500n)] })],
        },
        ...{ today: addDays(monday, 9), freshUntil: addDays(monday, 9) },
      });
      expect(rest).toMatchObject({ state: 'partially_kept' });
      const givenIn = [dispute(3, 6, { whole: false, amount: 300n, toBeCredited: 300n })];
      expect(open(300n, 700n, { disputes: givenIn })).toBe('kept');
      const shown = { ...settledOn(12, 300n), byLedger: true };
      const creditShown = {
        invoices: [invoice({ outstanding: 0n, settledBy: [settledOn(4, 700n), shown] })],
        disputes: [dispute(3, 6, { whole: false, amount: 300n, conceded: 300n })],
      };
      expect(judgeBeside(creditShown, [money('p', 700n, 4, 'A')], 12)).toBe('kept');
      const forUs = [dispute(3, 6, { whole: false, amount: 300n, outcome: 'for_us' })];
      expect(open(300n, 700n, { disputes: forUs })).toBe('partially_kept');
    });
  });

  it('never counts more than came in, and more money never makes it worse', () => {
    const some = fc.record({
      amount: fc.bigInt({ min: 1n, max: 900n }),
      after: fc.integer({ min: -2, max: 12 }),
      invoiceId: fc.constantFrom('A', 'B', undefined),
    });
    const promises = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 3 }), invoice: fc.constantFrom('A', 'B') }),
      { maxLength: 4 },
    );
    const worth = { broken: 0, partially_kept: 1, kept: 2, open: 0, being_checked: 0 };
    fc.assert(
      fc.property(fc.array(some), some, promises, (rows, more, given) => {
        const receipts = rows.map((row, n) => money(`p${n}`, row.amount, row.after, row.invoiceId));
        const made = given.map((one, n) =>
          promise(`x${n}`, {
            madeOn: (monday + one.from) as Day,
            promisedOn: addDays(monday, 4 + n),
            invoiceIds: [one.invoice],
          }),
        );
        const verdicts = judge(made, receipts);
        const counted = verdicts.reduce((sum, verdict) => sum + verdict.received, 0n);
        expect(counted <= receipts.reduce((sum, receipt) => sum + receipt.amount, 0n)).toBe(true);
        expect(judge([...made].reverse(), [...receipts].reverse())).toEqual(verdicts);
        const late = money('late', more.amount, 12, more.invoiceId);
        const richer = judge(made, [...receipts, { ...late, valueOn: addDays(monday, 8) }]);
        for (const [n, verdict] of richer.entries()) {
          expect(worth[verdict.state]).toBeGreaterThanOrEqual(worth[verdicts[n]?.state ?? 'broken']);
        }
      }),
    );
  });
});
