import type { ContactLimits } from './contactLimits.ts';
import type { Day } from './day.ts';
import { instantAt, timeIn } from './zone.ts';

export interface ZoneHours {
  /** whether it is within the hours in every zone */
  isWithin(instant: Date): boolean;
  /** when the hours of a day have begun in every zone */
  begin(day: Day): Date;
  /** the zones whose hours are kept: several where it is not known in which of them a person lives */
  readonly zones: readonly string[];
}

/**
 * The hours that several zones have in common, as nobody knows in which of them a person lives; of zones so far apart that they have none on
 * `day` the first one's alone.
 */
export function zoneHours(
  zones: readonly [string, ...string[]],
  { from, until }: Pick<ContactLimits, 'from' | 'until'>,
  day: Day,
): ZoneHours {
  const kept = haveHoursInCommon(zones, { from, until }, day) ? zones : [zones[0]];
  return {
    zones: kept,
    isWithin: (instant) =>
      kept.every((zone) => {
        const time = timeIn(zone, instant);
        return time >= from && time < until;
      }),
    begin: (on) => latest(kept.map((zone) => instantAt(on, from, zone))),
  };
}

function haveHoursInCommon(
  zones: readonly string[],
  { from, until }: Pick<ContactLimits, 'from' | 'until'>,
  day: Day,
): boolean {
  if (zones.length === 1) return true;
  if (until === '24:00') return false;
  const begins = latest(zones.map((zone) => instantAt(day, from, zone)));
  return zones.every((zone) => instantAt(day, until, zone) > begins);
}

function latest(instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant.getTime())));
}
