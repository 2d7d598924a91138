import { type Day, parseDay } from '../core/day.ts';

/** Which of two small numbers comes first in a date such as 03/04/2026. */
export type DateOrder = 'dmy' | 'mdy';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ].*)?$/;
const DAY_MONTH_NAME = /^(\d{1,2})[\s.-]+(\p{L}{3,9})\.?[\s,-]+(\d{4}|\d{2})$/u;
const MONTH_NAME_DAY = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a file writes, or undefined where it is none (31 February included). Year-first dates, dates with points
 * (day first) and English month names are read whatever the order; years of two digits are of this century.
 */
export function fileDay(text: string, order: DateOrder): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayAt(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const dayFirst = yearLast[2] === '.' || order === 'dmy';
    return dayFirst
      ? dayAt(yearLast[4], yearLast[3], yearLast[1])
      : dayAt(yearLast[4], yearLast[1], yearLast[3]);
  }
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return dayAt(named[3], monthNumber(named[2]), named[1]);
  const american = MONTH_NAME_DAY.exec(text);
  if (american) return dayAt(american[3], monthNumber(american[1]), american[2]);
  return undefined;
}

/** How such a text is read, in words. */
export function dateShape(text: string, order: DateOrder): string {
  if (YEAR_FIRST.test(text)) return 'year-month-day';
  return order === 'dmy' ? 'day/month/year' : 'month/day/year';
}

/** The order that this date alone proves: one of its two small numbers is no month. */
export function provenOrder(text: string): DateOrder | undefined {
  const parts = YEAR_LAST.exec(text);
  if (!parts || parts[2] === '.') return undefined;
  const first = Number(parts[1]);
  const second = Number(parts[3]);
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return undefined;
}

function monthNumber(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayAt(year = '', month = '', day = ''): Day | undefined {
  const century = year.length === 2 ? `20${year}` : year;
  if (century < '1900' || century > '2199') return undefined;
  return parseDay(`${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
