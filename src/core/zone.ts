import { tzOffset } from '@date-fns/tz';
import { addDays, type Day } from './day.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** Whether a text names an IANA time zone, such as `Europe/Berlin`. */
export function isZone(name: string): boolean {
  // the engine also takes bare offsets such as +01:00, which know no summer time
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The calendar day that the wall calendars of a zone show at an instant. Throws RangeError for an unknown zone. */
export function dayIn(zone: string, instant: Date): Day {
  return Math.floor(localMs(zone, instant) / MS_PER_DAY) as Day;
}

/** The time of day (`HH:MM`, 24 hours) that clocks of a zone show at an instant. Throws RangeError for an unknown zone. */
export function timeIn(zone: string, instant: Date): string {
  return new Date(localMs(zone, instant)).toISOString().slice(11, 16);
}

/**
 * The instant at which clocks of a zone show `time` (`HH:MM`) on a day. A time that a clock change skips is moved on by
 * as much; of one that comes twice it is the first. Throws RangeError for an unknown zone or a text that is no time.
 */
export function instantAt(day: Day, time: string, zone: string): Date {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (!hours || !minutes) throw new RangeError(`not a time of day: ${time}`);
  const wall = day * MS_PER_DAY + (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
  const before = offsetMs(zone, addDays(day, -1) * MS_PER_DAY);
  const after = offsetMs(zone, addDays(day, 2) * MS_PER_DAY);
  const matching = [wall - before, wall - after].filter((ms) => ms + offsetMs(zone, ms) === wall);
  return new Date(matching.length > 0 ? Math.min(...matching) : wall - before);
}

/** How far clocks of a zone are ahead of UTC at an instant, in milliseconds. Throws RangeError for an unknown zone. */
export function offsetAt(zone: string, instant: Date): number {
  return offsetMs(zone, instant.getTime());
}

function localMs(zone: string, instant: Date): number {
  return instant.getTime() + offsetMs(zone, instant.getTime());
}

function offsetMs(zone: string, ms: number): number {
  const minutes = tzOffset(zone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`unknown time zone: ${zone}`);
  return minutes * MS_PER_MINUTE;
}
