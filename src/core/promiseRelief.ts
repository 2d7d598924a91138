import type { Day } from './day.ts';
import type { PromiseAccount } from './PromiseAccount.ts';
import type { PromisedBook, PromisedInvoice, PromiseShare, Settlement } from './PromisedBook.ts';
import type { JudgingDays } from './promiseDeferral.ts';
import type { Receipt } from './standingReceipts.ts';

/** What whoever promised need not pay, in minor units. */
export interface Relief {
  /** for good: credited, given in to, or settled otherwise than by the money that was promised */
  readonly gone: bigint;
  /** for the time being */
  readonly resting: bigint;
}

export const NO_RELIEF: Relief = { gone: 0n, resting: 0n };

/** What a promise has of its relief: of a plan's the earlier instalments have taken theirs, which `used` remembers. */
export function takeRelief(
  account: PromiseAccount,
  given: {
    /** every promise of the debtor that is judged, the account itself among them */
    readonly accounts: readonly PromiseAccount[];
    readonly book: PromisedBook;
    /** as they stand */
    readonly receipts: readonly Receipt[];
    readonly used: Map<string, Relief>;
    readonly today: Day;
  },
): Relief {
  const { accounts, book, receipts, used, today } = given;
  const { id, planId, amount, shares = [], judgeOn } = account.promise;
  const key = planId ?? id;
  // what another agreement has taken is no money for this one: what it paid is settled otherwise
  const others = accounts.filter(({ promise }) => (promise.planId ?? promise.id) !== key);
  const left = (receipt: Receipt) =>
    others.reduce((sum, other) => sum - other.taken(receipt), receipt.amount);
  const counted = receipts.filter((receipt) => account.counts(receipt));
  const all = promiseRelief(shares, book, {
    ...{ today, judgeOn, daysOf: (invoiceId) => account.daysOf(invoiceId) },
    moneyOn: (of) => counted.reduce((sum, each) => (each.invoiceId === of ? sum + left(each) : sum), 0n),
  });
  const before = used.get(key) ?? NO_RELIEF;
  const missing = amount - account.received;
  const gone = least(missing, positive(all.gone - before.gone));
  const resting = least(missing - gone, positive(all.resting - before.resting));
  used.set(key, { gone: before.gone + gone, resting: before.resting + resting });
  return { gone, resting };
}

/**
 * What of the invoices of a promise (of a plan those of all its instalments) need not be paid: what is not owed any more by the last day
 * that counts, and on `today` what rests: all of an invoice whose judging is put off, and what is contested in part as far as too little is
 * left to be asked for.
 */
function promiseRelief(
  shares: readonly PromiseShare[],
  book: PromisedBook,
  on: {
    readonly today: Day;
    /** money received that counts, by invoice */
    moneyOn(invoiceId: string): bigint;
    daysOf(invoiceId: string): JudgingDays;
    /** the judging day as it was when the promise was made */
    readonly judgeOn: Day;
  },
): Relief {
  let [gone, resting] = [0n, 0n];
  for (const id of new Set(shares.map(({ invoiceId }) => invoiceId))) {
    const invoice = book.invoices.find((of) => of.id === id);
    if (!invoice) continue;
    const own = shares.filter(({ invoiceId }) => invoiceId === id);
    const owed = own.reduce((sum, { amount }) => sum + amount, 0n);
    const days = on.daysOf(id);
    const conceded = toBeCredited(id, book, on.today);
    const open = positive(openOn(invoice, days.lastOn, book) - conceded);
    const money = on.moneyOn(id);
    const settled = positive(owed - open - money);
    gone += settled;
    const now = positive(invoice.outstanding - conceded);
    const isPutOff = on.today < days.judgeOn && days.judgeOn > on.judgeOn;
    const part = contested(id, book, { ...days, today: on.today });
    resting += isPutOff ? now : least(part, positive(owed - settled - money - positive(now - part)));
  }
  return { gone, resting };
}

/** What was open of it at the end of a day, as far as it was ever owed: where the ledger shows exactly what was given in to, that is the credit. */
function openOn(
  { id, outstanding, settledBy }: PromisedInvoice,
  day: Day,
  { disputes }: PromisedBook,
): bigint {
  const isCredit = ({ amount, byLedger }: Settlement) =>
    byLedger &&
    disputes.some(
      ({ invoiceId, conceded, toBeCredited = 0n }) =>
        invoiceId === id && conceded === amount && toBeCredited === 0n,
    );
  return settledBy.reduce(
    (open, paid) => (paid.on > day && !isCredit(paid) ? open + paid.amount : open),
    outstanding,
  );
}

function toBeCredited(id: string, { disputes }: PromisedBook, today: Day): bigint {
  return disputes.reduce(
    (sum, { invoiceId, endedOn, toBeCredited = 0n }) =>
      invoiceId === id && endedOn !== undefined && endedOn <= today ? sum + toBeCredited : sum,
    0n,
  );
}

/** What runs in dispute in part since before the judging day. */
function contested(
  id: string,
  { disputes }: PromisedBook,
  { today, judgeOn }: JudgingDays & { readonly today: Day },
): bigint {
  return disputes.reduce(
    (sum, { invoiceId, whole, amount, raisedOn, endedOn }) =>
      invoiceId === id && !whole && raisedOn < judgeOn && (endedOn === undefined || endedOn > today)
        ? sum + amount
        : sum,
    0n,
  );
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
