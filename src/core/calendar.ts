import { addDays, type Day, parseDay, weekday } from './day.ts';
import { publicHolidays } from './publicHolidays.ts';
import { weekendOf } from './weekendOf.ts';

/** Which days are business days somewhere. */
export interface Calendar {
  /** Whether business is done on the day. */
  isOpen(day: Day): boolean;
}

export interface BusinessPlace {
  /** ISO 3166-1 alpha-2; a country without known holidays has weekends only */
  readonly country: string;
  /** subdivision by code or name, such as `BY` or `Bavaria`, as `regionCode` knows it; one that is not known counts as none */
  readonly region?: string | undefined;
  /** days (`YYYY-MM-DD`) on which the business is closed besides */
  readonly closingDays?: readonly string[] | undefined;
}

/** No place closes for so long: a calendar without any open day would otherwise never end a search. */
const LONGEST_CLOSURE = 366;

/** The business days of a place: not its weekend, no public holiday of its region, no closing day of the business. */
export function businessCalendar({ country, region, closingDays = [] }: BusinessPlace): Calendar {
  const weekend = weekendOf(country);
  const holidays = publicHolidays(country, region);
  const closed = new Set(closingDays.map(parseDay));
  return { isOpen: (day) => !weekend.has(weekday(day)) && !closed.has(day) && !holidays.has(day) };
}

/** The day itself when it is open, else the next open one. */
export function nextOpenDay(calendar: Calendar, day: Day): Day {
  for (let days = 0; days <= LONGEST_CLOSURE; days++) {
    const candidate = addDays(day, days);
    if (calendar.isOpen(candidate)) return candidate;
  }
  throw new RangeError('the calendar has no open day within a year');
}

/**
 * The n-th open day after `day` (before it when n is negative). Zero gives the day itself, open or not: use
 * `nextOpenDay` for that.
 */
export function addBusinessDays(calendar: Calendar, day: Day, n: number): Day {
  const step = Math.sign(n);
  let current = day;
  for (let left = Math.abs(n), closed = 0; left > 0; ) {
    current = addDays(current, step);
    if (calendar.isOpen(current)) {
      left--;
      closed = 0;
    } else if (++closed > LONGEST_CLOSURE) {
      throw new RangeError('the calendar has no open day within a year');
    }
  }
  return current;
}

/** How many open days d have from < d ≤ to; zero when `to` is not after `from`. */
export function businessDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let open = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isOpen(day)) open++;
  return open;
}
