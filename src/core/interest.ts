import { type BaseRate, baseRateFor } from './baseRates.ts';
import { addDays, type Day } from './day.ts';
import { halfYearAfter, halfYearOf } from './halfYear.ts';
import type { InterestBasis } from './interestBasis.ts';

export interface LateInvoice {
  readonly dueOn: Day;
  readonly currency: string;
  /** minor units as issued */
  readonly amount: bigint;
  /** what was set against it: minor units by the day from which it counts; negative where it was taken back */
  readonly received: readonly { readonly on: Day; readonly amount: bigint }[];
}

/** Simple interest of a stretch of days in which nothing changed. */
export interface InterestLine {
  readonly from: Day;
  /** the last day, included */
  readonly to: Day;
  readonly principal: bigint;
  /** hundredths of a percentage point a year */
  readonly basisPoints: number;
  /** minor units, rounded down */
  readonly amount: bigint;
}

export interface Interest {
  readonly lines: readonly InterestLine[];
  /** what the statute gives beside interest, once for the invoice; 0 where it gives nothing in this currency */
  readonly fixedSum: bigint;
  /** the sum of the lines as printed, without the fixed sum */
  readonly total: bigint;
  /** of each day after the last one, rounded down; 0 when nothing is open any more */
  readonly daily: bigint;
}

/** The base rate that nobody has entered yet, and for the half-year from when. */
export interface MissingRate {
  readonly missing: { readonly base: string; readonly from: Day };
}

/**
 * Late-payment interest on one invoice from the day after it was due up to and including `until`: a line for each stretch between
 * payments and changes of the rate, simple, per day, each rounded down to the minor unit. The day on which money counts still
 * bears interest on it. Without a needed base rate there is no interest at all: it answers which one is missing. The basis says by which law or
 * contract.
 */
export function interestOn(
  invoice: LateInvoice,
  { basis, rates, until }: { basis: InterestBasis; rates: readonly BaseRate[]; until: Day },
): Interest | MissingRate {
  const start = addDays(invoice.dueOn, 1);
  const lines: InterestLine[] = [];
  for (const from of stretchesOf(invoice, basis, start, until)) {
    const rate = rateOn(from.day, start, basis, rates);
    if (typeof rate !== 'number') return rate;
    const principal = openOn(invoice, from.day);
    if (principal <= 0n) continue;
    const last = lines.at(-1);
    const joins = last?.to === addDays(from.day, -1) && last.principal === principal;
    const first = joins && last.basisPoints === rate ? last.from : from.day;
    if (first !== from.day) lines.pop();
    lines.push({ ...lineOf(first, from.to, principal, rate, basis), principal, basisPoints: rate });
  }
  const after = lines.at(-1);
  const left = openOn(invoice, addDays(until, 1));
  return {
    lines,
    fixedSum: until < start ? 0n : fixedSum(invoice, openOn(invoice, start), basis),
    total: lines.reduce((sum, { amount }) => sum + amount, 0n),
    daily: after && left > 0n ? interestOf(left, after.basisPoints, 1, basis) : 0n,
  };
}

/** Days from which something may change, each up to the day before the next. */
function stretchesOf(invoice: LateInvoice, basis: InterestBasis, start: Day, until: Day) {
  const firsts = new Set<Day>([start]);
  for (const { on } of invoice.received) firsts.add(addDays(on, 1));
  if (basis.kind === 'statute' && basis.statute.rated === 'half_year') {
    for (let day = halfYearAfter(start); day <= until; day = halfYearAfter(day)) firsts.add(day);
  }
  const days = [...firsts].filter((day) => day >= start && day <= until).sort((a, b) => a - b);
  return days.map((day, index) => ({ day, to: addDays(days[index + 1] ?? addDays(until, 1), -1) }));
}

function lineOf(from: Day, to: Day, principal: bigint, basisPoints: number, basis: InterestBasis) {
  return { from, to, amount: interestOf(principal, basisPoints, to - from + 1, basis) };
}

function interestOf(principal: bigint, basisPoints: number, days: number, basis: InterestBasis): bigint {
  const yearDays = basis.kind === 'contract' ? basis.yearDays : basis.statute.yearDays;
  return (principal * BigInt(Math.max(0, basisPoints)) * BigInt(days)) / BigInt(10_000 * yearDays);
}

function rateOn(
  day: Day,
  start: Day,
  basis: InterestBasis,
  rates: readonly BaseRate[],
): number | MissingRate {
  if (basis.kind === 'contract') return basis.basisPoints;
  const { base, margin, rated } = basis.statute;
  const from = halfYearOf(rated === 'start' ? start : day);
  const value = baseRateFor(rates, base, from);
  return value === undefined ? { missing: { base, from } } : value + margin;
}

/** What is open at the beginning of a day: money that counts from that day is not taken off yet. */
function openOn({ amount, received }: LateInvoice, day: Day): bigint {
  return received.reduce((open, got) => (got.on < day ? open - got.amount : open), amount);
}

function fixedSum({ currency }: LateInvoice, debt: bigint, basis: InterestBasis): bigint {
  if (basis.kind === 'contract' || basis.statute.currency !== currency || debt <= 0n) return 0n;
  return basis.statute.fixedSums.findLast(({ from }) => debt >= from)?.sum ?? 0n;
}
