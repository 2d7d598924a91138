import Holidays from 'date-holidays';
import { addDays, type Day, parseDay } from './day.ts';
import { regionCode } from './regionCode.ts';

const MS_PER_DAY = 86_400_000;

/** Where no region is given, the one that most businesses of the country follow. */
const USUAL_REGION: Readonly<Record<string, string>> = { GB: 'ENG' };

/** The public holidays of one place, worked out year by year as they are asked for. */
export interface HolidayDays {
  has(day: Day): boolean;
}

const places = new Map<string, HolidayDays>();

/**
 * Whole-day public holidays of a country and region (code or name); half days and mere observances are no holidays. A
 * country that is not known has none.
 */
export function publicHolidays(country: string, region?: string): HolidayDays {
  const key = `${country}/${region ?? ''}`.toUpperCase();
  const known = places.get(key);
  if (known) return known;
  const made = holidaysOf(country.toUpperCase(), region);
  places.set(key, made);
  return made;
}

function holidaysOf(country: string, region: string | undefined): HolidayDays {
  const source = new Holidays(country, regionCode(country, region) ?? USUAL_REGION[country] ?? '');
  const years = new Map<number, Year>();
  let last: Year | undefined;
  return {
    has(day) {
      // days are asked for in runs: the year of the last one is most often the one of this
      if (!last || day < last.first || day >= last.next) last = yearOf(day);
      return last.days.has(day);
    },
  };

  function yearOf(day: Day): Year {
    const number = new Date(day * MS_PER_DAY).getUTCFullYear();
    const known = years.get(number);
    if (known) return known;
    const [first, next] = [firstOf(number), firstOf(number + 1)];
    const made = { first, next, days: wholeDays(source, number) };
    years.set(number, made);
    return made;
  }
}

interface Year {
  readonly first: Day;
  /** the first day of the next one */
  readonly next: Day;
  readonly days: ReadonlySet<Day>;
}

function firstOf(year: number): Day {
  return (Date.UTC(year, 0, 1) / MS_PER_DAY) as Day;
}

function wholeDays(source: Holidays, year: number): ReadonlySet<Day> {
  const days = new Set<Day>();
  for (const { type, date, start, end } of source.getHolidays(year) ?? []) {
    const first = parseDay(date.slice(0, 10));
    const wholeDay = date.slice(11, 16) === '00:00';
    if (type !== 'public' || first === undefined || !wholeDay) continue;
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / MS_PER_DAY));
    for (let n = 0; n < length; n++) days.add(addDays(first, n));
  }
  return days;
}
