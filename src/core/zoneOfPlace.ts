import Holidays from 'date-holidays';
import { regionCode } from './regionCode.ts';
import { isZone } from './zone.ts';

const known = new Map<string, string | undefined>();

/**
 * The zone in which a customer of that country and region most probably lives: the region's where one is known, else the
 * country's main one (a country with several zones counts by that until the debtor's own zone is set). Undefined for a
 * country that is not known, and for `home` without a region: the workspace knows its own zone better.
 * @param home the workspace's own country
 */
export function zoneOfPlace(country: string, region: string | undefined, home: string): string | undefined {
  const key = `${country}/${region ?? ''}/${home}`;
  if (!known.has(key)) known.set(key, lookUp(country.toUpperCase(), region, home.toUpperCase()));
  return known.get(key);
}

function lookUp(country: string, region: string | undefined, home: string): string | undefined {
  const code = regionCode(country, region);
  if (country === home && code === undefined) return undefined;
  const [zone] = new Holidays(country, code ?? '').getTimezones() ?? [];
  return zone !== undefined && isZone(zone) ? zone : undefined;
}
