import { type Day, dayOf, isoDay } from './day.ts';

/** The first day of the half-year (1 January or 1 July) in which a day lies. */
export function halfYearOf(day: Day): Day {
  const [year = '', month = ''] = isoDay(day).split('-');
  return dayOf(`${year}-${Number(month) <= 6 ? '01' : '07'}-01`);
}

/** The first day of the half-year after the one in which a day lies. */
export function halfYearAfter(day: Day): Day {
  const [year = '', month = ''] = isoDay(day).split('-');
  return Number(month) <= 6 ? dayOf(`${year}-07-01`) : dayOf(`${Number(year) + 1}-01-01`);
}
