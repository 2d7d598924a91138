import { type Day, dateOfDay, dayOf } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** Whether a member is away on a day. */
export function isAway({ awayFrom, awayUntil }: Pick<Member, 'awayFrom' | 'awayUntil'>, on: Day): boolean {
  const day = dateOfDay(on);
  return awayUntil !== null && day <= awayUntil && (awayFrom === null || awayFrom <= day);
}

/** Until when a colleague is away, as a clause for whoever reads in that language; undefined for somebody who is there. */
export function absenceOf(member: Member, on: Day, locale: string): string | undefined {
  if (!member.awayUntil || !isAway(member, on)) return undefined;
  const until = dayOf(member.awayUntil.toISOString().slice(0, 10));
  return `${member.name} is away until ${dayName(until, locale)}`;
}
