declare const dayBrand: unique symbol;

/** A calendar day without time or zone: whole days since 1970-01-01. Compare with `<`, step with `addDays`. */
export type Day = number & { readonly [dayBrand]: true };

const MS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day written `YYYY-MM-DD`. Throws RangeError for anything else, 31 February included. */
export function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day === undefined) throw new RangeError(`not a calendar day: ${iso}`);
  return day;
}

/** Like `dayOf`, but undefined instead of an error. */
export function parseDay(iso: string): Day | undefined {
  const [, year, month, date] = ISO.exec(iso) ?? [];
  if (!year || !month || !date) return undefined;
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  const exists =
    found.getUTCDate() === Number(date) &&
    found.getUTCMonth() === Number(month) - 1 &&
    found.getUTCFullYear() === Number(year);
  return exists ? dayOfDate(found) : undefined;
}

/** `YYYY-MM-DD` of a day. */
export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** Day of a DATE column as the database client gives it (midnight UTC). */
export function dayOfDate(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY) as Day;
}

/** The value a DATE column takes for a day (midnight UTC). */
export function dateOfDay(day: Day): Date {
  return new Date(day * MS_PER_DAY);
}

/** Day of the week, Monday = 1 … Sunday = 7 (ISO 8601). 1970-01-01 was a Thursday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
