import Holidays from 'date-holidays';

/** The code of a country's region named by its code (`CA`, `US-CA`) or its name; undefined for one that is not known. */
export function regionCode(country: string, region: string | undefined): string | undefined {
  if (!region) return undefined;
  const wanted = region.toUpperCase().replace(`${country}-`, '');
  const states: Record<string, string> = new Holidays().getStates(country) ?? {};
  return Object.entries(states).find(([code, name]) => [code, name.toUpperCase()].includes(wanted))?.[0];
}
