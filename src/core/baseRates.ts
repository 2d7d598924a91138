import table from './baseRates.json' with { type: 'json' };
import { type Day, dayOf } from './day.ts';

/** What a base rate is worth for the half-year that begins on `from`. */
export interface BaseRate {
  /** a published rate on which statutory interest stands: one that Duly comes with, by its key, or one of a workspace, by its name */
  readonly base: string;
  /** 1 January or 1 July */
  readonly from: Day;
  /** hundredths of a percentage point a year; may be negative */
  readonly basisPoints: number;
}

const shipped = Object.entries(table);
const names = new Map(shipped.map(([base, { name }]) => [base, name]));

/** The base rates that Duly comes with. */
export const shippedBases: readonly string[] = [...names.keys()];

/** Rates that Duly comes with, by half-year; a workspace adds later ones, and its own go before these. Where they were published stands in the table. */
export const shippedBaseRates: readonly BaseRate[] = shipped.flatMap(([base, { percent }]) =>
  Object.entries(percent).map(([from, value]) => ({
    base,
    from: dayOf(from),
    basisPoints: Math.round(value * 100),
  })),
);

/** What people call a base rate: "Bank of England base rate"; one of a workspace by the name it was given. */
export function baseRateName(base: string): string {
  return names.get(base) ?? base;
}

/** The base rate among these that goes by this name, whatever its capitals; else the name itself, which is one of the workspace's own. */
export function baseNamed(name: string, known: readonly string[]): string {
  const same = (one: string) => one.toLowerCase() === name.toLowerCase();
  return [...shippedBases, ...known].find((base) => same(base) || same(baseRateName(base))) ?? name;
}

/** What a base rate is worth in the half-year that begins on `from`; undefined where nobody has entered it. Later rows of the list go first. */
export function baseRateFor(rates: readonly BaseRate[], base: string, from: Day): number | undefined {
  return rates.findLast((rate) => rate.base === base && rate.from === from)?.basisPoints;
}
