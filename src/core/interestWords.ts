import { baseRateNames } from './baseRates.ts';
import { shortDay } from './dayName.ts';
import type { MissingRate } from './interest.ts';
import type { InterestBasis } from './interestBasis.ts';

/** On what interest stands, for people: "8 % over the Bank of England base rate (Late Payment … Act 1998)". */
export function basisWords(basis: InterestBasis, locale: string): string {
  if (basis.kind === 'contract') return `${percentWords(basis.basisPoints, locale)} a year under our terms`;
  const { margin, base, name } = basis.statute;
  return `${percentWords(margin, locale)} over the ${baseRateNames[base]} (${name})`;
}

/** Which base rate is missing for which half-year and what follows, and what to do about it: a sentence each. */
export function missingRateWords({ missing }: MissingRate, locale: string): [string, string] {
  const which = `The ${baseRateNames[missing.base]} for the half-year from ${shortDay(missing.from, locale)}`;
  return [
    `${which} is not known yet: no interest that stands on it is claimed.`,
    'A manager enters it with /debt settings interest.',
  ];
}

/** Hundredths of a percentage point as a percentage: `1175` → "11.75%". */
export function percentWords(basisPoints: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}
