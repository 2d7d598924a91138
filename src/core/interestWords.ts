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

/** Which base rate is missing, as a sentence. */
export function missingRateWords({ missing }: MissingRate, locale: string): string {
  return `The ${baseRateNames[missing.base]} from ${shortDay(missing.from, locale)} is not known yet: a manager enters it with /debt settings interest.`;
}

/** Hundredths of a percentage point as a percentage: `1175` → "11.75%". */
export function percentWords(basisPoints: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}
