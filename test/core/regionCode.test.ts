import { expect, test } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { dayOf } from '../../src/core/day.ts';
import { regionCode, regionsOf } from '../../src/core/regionCode.ts';
import { stateAbbreviations } from '../../src/core/stateAbbreviations.ts';

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
  ['US', 'Calif.', 'CA'],
  ['US', 'Cal', 'CA'],
  ['US', 'PENNA.', 'PA'],
  ['US', 'Pa.', 'PA'],
  ['US', 'W. Va.', 'WV'],
  ['US', 'W.Va.', 'WV'],
  ['US', 'N. Mex.', 'NM'],
  ['US', 'N.Y.', 'NY'],
  ['US', 'D. C.', 'DC'],
  ['US', 'State of Wash.', 'WA'],
  ['US', 'Wash. County', undefined],
  ['CA', 'B.C.', 'BC'],
  ['DE', 'Mass.', undefined],
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

test('an abbreviation of a state is no other state’s code or name, and every state that has one is a state', () => {
  const states = Object.keys(regionsOf('US'));
  for (const [written, code] of Object.entries(stateAbbreviations)) {
    expect(states).toContain(code);
    expect([written, regionCode('US', written)]).toEqual([written, code]);
  }
});

test('a region named in English has its holidays', () => {
  const epiphany = dayOf('2027-01-06');
  expect(businessCalendar({ country: 'DE', region: 'Bavaria' }).isOpen(epiphany)).toBe(false);
  expect(businessCalendar({ country: 'DE', region: 'Berlin' }).isOpen(epiphany)).toBe(true);
});
