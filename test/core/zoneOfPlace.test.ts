import { expect, test } from 'vitest';
import { zoneOfPlace } from '../../src/core/zoneOfPlace.ts';

test.each([
  ['DE', undefined, 'GB', 'Europe/Berlin'],
  ['US', 'CA', 'GB', 'America/Los_Angeles'],
  ['US', 'California', 'US', 'America/Los_Angeles'],
  // a country with several zones counts by its main one until the debtor's own is set
  ['US', undefined, 'GB', 'America/New_York'],
  ['AU', 'WA', 'AU', 'Australia/Perth'],
])('a customer in %s %s, seen from %s, lives by the clock of %s', (country, region, home, zone) => {
  expect(zoneOfPlace(country, region, home)).toBe(zone);
});

test('at home without a region, and where nothing is known, the workspace’s zone counts', () => {
  expect(zoneOfPlace('US', '391', 'US')).toBeUndefined();
  expect(zoneOfPlace('GB', undefined, 'GB')).toBeUndefined();
  expect(zoneOfPlace('ZZ', undefined, 'GB')).toBeUndefined();
});
