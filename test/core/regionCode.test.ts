import { expect, test } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { dayOf } from '../../src/core/day.ts';
import { regionCode, regionsOf } from '../../src/core/regionCode.ts';

test.each([
  ['DE', 'BY', 'BY'],
  ['DE', 'Bayern', 'BY'],
  ['DE', 'Bavaria', 'BY'],
  ['DE', 'NRW', 'NW'],
  ['DE', 'North Rhine-Westphalia', 'NW'],
  ['DE', 'Hamburg', 'HH'],
  ['DE', 'Thueringen', undefined],
  ['DE', 'Thuringen', 'TH'],
  ['CH', 'Zürich', 'ZH'],
  ['CH', 'Zurich', 'ZH'],
  ['CH', 'Kanton Zürich', 'ZH'],
  ['CH', 'Genève', 'GE'],
  ['CH', 'Geneva', 'GE'],
  ['AT', 'Wien', '9'],
  ['AT', 'Vienna', '9'],
  ['CA', 'Québec', 'QC'],
  ['ca', 'quebec', 'QC'],
  ['ES', 'Catalonia', 'CT'],
  ['ES', 'Cataluña', 'CT'],
  ['ES', 'Madrid', 'MD'],
  ['US', 'US-CA', 'CA'],
  ['US', 'California', 'CA'],
  ['GB', 'Scotland', 'SCT'],
  ['GB', 'London', undefined],
  ['MX', 'Jalisco', undefined],
  ['DE', '-', undefined],
])('in %s, %s is %s', (country, region, code) => {
  expect(regionCode(country, region)).toBe(code);
});

test('every region is known by its code and by its name, and no name is taken for another’s', () => {
  for (const country of ['DE', 'AT', 'CH', 'CA', 'US', 'ES', 'GB', 'AU', 'BR', 'IT', 'FR'])
    for (const [code, name] of Object.entries(regionsOf(country)))
      expect([country, regionCode(country, code), regionCode(country, name)]).toEqual([country, code, code]);
});

test('a region named in English has its holidays', () => {
  const epiphany = dayOf('2027-01-06');
  expect(businessCalendar({ country: 'DE', region: 'Bavaria' }).isOpen(epiphany)).toBe(false);
  expect(businessCalendar({ country: 'DE', region: 'Berlin' }).isOpen(epiphany)).toBe(true);
});
