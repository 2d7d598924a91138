import { expect, test } from 'vitest';
import { regionsOf } from '../../src/core/regionCode.ts';
import { offsetAt } from '../../src/core/zone.ts';
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

// 49 CFR part 71; where a state lies in one zone alone it is not named here
const SEVERAL = {
  ...{ AK: [-9, -10], AZ: [-7, -7], FL: [-5, -6], ID: [-7, -8], IN: [-5, -6], KS: [-6, -7] },
  ...{ KY: [-5, -6], MI: [-5, -6], ND: [-6, -7], NE: [-6, -7], NV: [-8, -7], OR: [-8, -7] },
  ...{ SD: [-6, -7], TN: [-6, -5], TX: [-6, -7] },
};

test('an American may live in every zone of the state, and no state has others', () => {
  const winter = new Date('2026-01-15T12:00:00Z');
  for (const state of Object.keys(regionsOf('US'))) {
    const hours = zonesOfPlace('US', state).map((zone) => offsetAt(zone, winter) / 3_600_000);
    const expected = SEVERAL[state as keyof typeof SEVERAL];
    expect([state, hours]).toEqual([state, expected ?? [hours[0]]]);
  }
});

test.each([
  ['RU', 'Иркутская область', ['Asia/Irkutsk']],
  ['RU', 'IRK', ['Asia/Irkutsk']],
  ['RU', 'BEL', ['Europe/Moscow']],
  ['AU', 'NSW', ['Australia/Sydney', 'Australia/Broken_Hill', 'Australia/Lord_Howe']],
  ['NZ', 'CIT', ['Pacific/Chatham']],
  ['BR', 'AM', ['America/Manaus', 'America/Eirunepe']],
])('the clocks of a region are not those of its capital: %s %s', (country, region, zones) => {
  expect(zonesOfPlace(country, region)).toEqual(zones);
});
