import { lastDayOf } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import { dayOfEffective } from './effectiveDays.ts';
import { latest, NEVER } from './never.ts';
import type { PromisedBook, PromisedInvoice } from './PromisedBook.ts';

/** Days, both included, on which nothing is asked for of an invoice. */
interface Rest {
  readonly from: Day;
  readonly to: Day;
  /** whoever pays may wait as well: a hold or a dispute, and not money that they have sent */
  readonly granted: boolean;
}

/** What may put a judgement off. */
interface RestingBook extends Pick<PromisedBook, 'disputes' | 'holds'> {
  readonly invoices: readonly Pick<PromisedInvoice, 'id' | 'missingSince'>[];
}

/** The days by which a promise is judged. */
export interface JudgingDays {
  /** last day whose money counts */
  readonly lastOn: Day;
  readonly judgeOn: Day;
}

/**
 * The days by which a promise is judged as to one of its invoices. While that is disputed as a whole, on hold, seen or said to be paid or
 * missing from the last file, since before the judging day, it is not judged; the days of holds and disputes are given on top of
 * those that were left to pay. NEVER as long as no end is known.
 */
export function promiseDeferral(
  { madeOn, lastOn, judgeOn }: JudgingDays & { readonly madeOn: Day },
  invoiceId: string,
  book: RestingBook,
): JudgingDays {
  const rests = restsOf(invoiceId, book);
  const over = (day: Day) => rests.find(({ from, to }) => from < day && to >= day);
  if (!over(judgeOn)) return { lastOn, judgeOn };
  const stops = rests.filter(({ granted }) => granted).map((rest) => ({ ...rest, by: 'hold' as const }));
  const last = dayOfEffective(madeOn, lastOn - madeOn, stops);
  let judge = last > lastOn ? latest(judgeOn, addDays(last, 1)) : judgeOn;
  for (let rest = over(judge); rest && judge < NEVER; rest = over(judge)) judge = addDays(rest.to, 1);
  return { lastOn: last, judgeOn: judge };
}

function restsOf(invoiceId: string, { invoices, disputes, holds }: RestingBook): Rest[] {
  const rests: Rest[] = [];
  const { missingSince } = invoices.find(({ id }) => id === invoiceId) ?? {};
  if (missingSince !== undefined) rests.push({ from: missingSince, to: NEVER, granted: false });
  for (const { whole, raisedOn, endedOn, ...dispute } of disputes) {
    if (!whole || dispute.invoiceId !== invoiceId) continue;
    rests.push({ from: raisedOn, to: endedOn === undefined ? NEVER : addDays(endedOn, -1), granted: true });
  }
  for (const hold of holds) {
    if (hold.awaitsAgreement || (hold.invoiceId !== undefined && hold.invoiceId !== invoiceId)) continue;
    rests.push({ from: hold.fromOn, to: lastDayOf(hold), granted: hold.kind === 'hold' });
  }
  return rests.sort((a, b) => a.from - b.from);
}
