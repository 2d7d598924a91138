import { expect, test } from 'vitest';
import { zoneOfPlace } from '../../src/core/zoneOfPlace.ts';
import { zonesOfPlace } from '../../src/core/zonesOfPlace.ts';

test.each([
  ['DE', undefined, 'GB', 'Europe/Berlin'],
  ['US', 'CA', 'GB', 'America/Los_Angeles'],
  ['US', 'California', 'US', 'America/Los_Angeles'],
  // a country with several zones counts by its main one until the debtor's own is set
  ['US', undefined, 'GB', 'America/New_York'],
  ['AU', 'WA', 'AU', 'Australia/Perth'],
  ['CA', 'Quebec', 'GB', 'America/Toronto'],
  ['CA', 'PE', 'GB', 'America/Halifax'],
  ['US', 'TN', 'GB', 'America/Chicago'],
  ['ES', 'CN', 'GB', 'Atlantic/Canary'],
])('a customer in %s %s, seen from %s, lives by the clock of %s', (country, region, home, zone) => {
  expect(zoneOfPlace(country, region, home)).toBe(zone);
});

test('at home without a region, and where nothing is known, the workspace’s zone counts', () => {
  expect(zoneOfPlace('US', '391', 'US')).toBeUndefined();
  expect(zoneOfPlace('GB', undefined, 'GB')).toBeUndefined();
  expect(zoneOfPlace('ZZ', undefined, 'GB')).toBeUndefined();
});

test.each([
  ['DE', undefined, ['Europe/Berlin']],
  ['US', 'CA', ['America/Los_Angeles']],
  ['US', 'FL', ['America/New_York', 'America/Chicago']],
  ['US', 'GA', ['America/New_York']],
  ['ES', 'Madrid', ['Europe/Madrid']],
  ['ZZ', undefined, []],
])('a customer in %s %s may live in %j', (country, region, zones) => {
  expect(zonesOfPlace(country, region)).toEqual(zones);
});

test('without a region a customer may live in any zone of the country, of those whose clocks agree in one', () => {
  const zones = zonesOfPlace('US', undefined);
  expect(zones).toEqual(
    expect.arrayContaining(['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu']),
  );
  expect(zones).not.toContain('America/Detroit');
  expect(zonesOfPlace('US', '391')).toEqual(zones);
});
