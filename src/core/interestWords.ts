import { baseRateName } from './baseRates.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { MissingRate } from './interest.ts';
import type { InterestBasis } from './interestBasis.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** On what interest stands, for people: "8 % over the Bank of England base rate (Late Payment … Act 1998)". */
export function basisWords(basis: InterestBasis, locale: string): string {
  if (basis.kind === 'contract') return `${percentWords(basis.basisPoints, locale)} a year under our terms`;
  const { margin, base, name } = basis.statute;
  return `${percentWords(margin, locale)} over the ${baseRateName(base)} (${name})`;
}

/** Which base rate is missing for which half-year and what follows, and what to do about it: a sentence each. */
export function missingRateWords({ missing }: MissingRate, locale: string): [string, string] {
  return [
    unknownRateWords(missing.base, [missing.from], locale),
    'A manager enters it with /debt settings interest.',
  ];
}

/** The same first sentence of the half-years that begin on these days, one at least. */
export function unknownRateWords(base: string, from: readonly Day[], locale: string): string {
  const days = list.format(from.map((day) => shortDay(day, locale)));
  const halves = from.length === 1 ? 'half-year' : 'half-years';
  return `The ${baseRateName(base)} for the ${halves} from ${days} is not known yet: no interest that stands on it is claimed.`;
}

/** Hundredths of a percentage point as a percentage: `1175` → "11.75%". */
export function percentWords(basisPoints: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}
