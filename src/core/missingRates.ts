import { type BaseRate, baseRateFor } from './baseRates.ts';
import type { Day } from './day.ts';
import { halfYearAfter, halfYearOf } from './halfYear.ts';
import type { MissingRate } from './interest.ts';
import { interestBasis } from './interestBasis.ts';
import type { Settings } from './settings.ts';
import type { Statute } from './statutes.ts';

/** Open invoices of businesses, issued on one day, on which interest began in one half-year, under one creditor's terms. */
export interface InterestBeginning {
  readonly interest: Settings['interest'];
  /** any day of that half-year */
  readonly begins: Day;
  readonly issuedOn: Day;
}

/**
 * The base rates that nobody has entered yet and without which interest on these invoices cannot be worked out up to `until`, each
 * once, the earliest half-year first. A contract's rate needs none, and neither does a law without a statute.
 */
export function missingRates(
  beginnings: readonly InterestBeginning[],
  {
    country,
    statutes,
    rates,
    until,
  }: { country: string; statutes: readonly Statute[]; rates: readonly BaseRate[]; until: Day },
): MissingRate[] {
  const found = new Map<string, MissingRate>();
  for (const { interest, begins, issuedOn } of beginnings) {
    const basis = interestBasis({ debtorKind: 'business', issuedOn, country, interest, statutes });
    if (basis?.kind !== 'statute') continue;
    const { base, rated } = basis.statute;
    const first = halfYearOf(begins);
    for (let from = first; from <= (rated === 'start' ? first : until); from = halfYearAfter(from)) {
      if (baseRateFor(rates, base, from) === undefined)
        found.set(`${base} ${from}`, { missing: { base, from } });
    }
  }
  return [...found.values()].sort((a, b) => a.missing.from - b.missing.from);
}
