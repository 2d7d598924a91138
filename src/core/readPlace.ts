import { readCountry } from './readCountry.ts';
import { regionCode, regionsOf } from './regionCode.ts';

export interface Place {
  /** ISO 3166-1, two capitals */
  readonly country: string;
  /** as it was written; `regionCode` knows it */
  readonly region: string | undefined;
}

/** Reads a country of two letters and a region of it, empty for none, or says what is wrong with which. */
export function readPlace(typed: {
  readonly country: string;
  readonly region: string;
}): Place | { readonly errors: { country?: string; region?: string } } {
  const country = readCountry(typed.country);
  const region = typed.region.trim();
  if (typeof country !== 'string') return { errors: { country: country.problem } };
  if (region !== '' && regionCode(country, region) === undefined)
    return { errors: { region: unknownRegion(country) } };
  return { country, region: region || undefined };
}

/** A region that is not known would have its holidays worked through, and its clock missed, without a word. */
function unknownRegion(country: string): string {
  const codes = Object.keys(regionsOf(country));
  return codes.length === 0
    ? 'I know no single regions there: leave it empty.'
    : `I know no such region there. Write its name, or one of ${codes.join(', ')}.`;
}
