import { countryOf } from './countryOf.ts';

/** Reads a country that is typed as its two letters, `UK` as `GB`, or says what is wrong with it. */
export function readCountry(typed: string): string | { readonly problem: string } {
  const letters = typed.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(letters)) return { problem: 'Write the country as two letters, such as GB or DE.' };
  return countryOf(letters) ?? { problem: notACountry(letters) };
}

/** What is said of two letters that are no country's. */
export function notACountry(letters: string): string {
  return `${letters} is no country: write one as its two letters, such as GB or DE.`;
}
