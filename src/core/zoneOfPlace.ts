import { regionCode } from './regionCode.ts';
import { zonesOfPlace } from './zonesOfPlace.ts';

/**
 * The zone in which a customer of that country and region most probably lives: the region's main one where it is known, else the
 * country's. Undefined for a country that is not known, and for `home` without a region: the workspace knows its own zone better.
 * @param home the workspace's own country
 */
export function zoneOfPlace(country: string, region: string | undefined, home: string): string | undefined {
  const unknown = country.toUpperCase() === home.toUpperCase() && regionCode(country, region) === undefined;
  return unknown ? undefined : zonesOfPlace(country, region)[0];
}
