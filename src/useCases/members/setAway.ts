import { DulyError } from '../../core/DulyError.ts';
import { addDays, type Day, dateOfDay, isoDay } from '../../core/day.ts';
import { datedDayName } from '../../core/dayName.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { isAway } from './absence.ts';
import { requireCollecting } from './requireCollecting.ts';

export interface Absence {
  readonly workspace: WorkspaceContext;
  /** who says so */
  readonly member: Member;
  /** who is away */
  readonly who: Member;
  /** the last day away, in the workspace's calendar */
  readonly until: Day;
  /** who stands in; undefined: whoever did before */
  readonly deputy: Member | undefined;
  readonly now: Date;
}

const LONGEST_DAYS = 366;

/**
 * Marks a member as away from today until a day, included: their prompts go to the deputy, else to a manager. Everybody says so of
 * themselves, managers of others too. Answers a sentence. Throws DulyError `not_allowed`, `cannot_collect` for a deputy whom nobody would
 * ask, `bad_absence`.
 */
export async function setAway(db: Db, absence: Absence): Promise<string> {
  const { workspace, member, who, until, deputy, now } = absence;
  if (who.id !== member.id) requireMay(member, 'manage');
  const today = todayOf(workspace, now);
  if (until < today || until > addDays(today, LONGEST_DAYS)) {
    throw new DulyError(
      'bad_absence',
      `until ${isoDay(until)}`,
      'Name a last day between today and a year from now.',
    );
  }
  if (deputy) requireCollecting(deputy);
  if (deputy?.id === who.id) {
    throw new DulyError(
      'bad_absence',
      'their own deputy',
      'Nobody stands in for themselves: name a colleague.',
    );
  }
  const standsIn = await db.transaction(async (tx) => {
    const before = await tx.prisma.member.findUniqueOrThrow({ where: { id: who.id } });
    const deputyId = deputy?.id ?? before.deputyId;
    const after = { awayFrom: dateOfDay(today), awayUntil: dateOfDay(until), deputyId };
    await tx.prisma.member.update({ where: { id: who.id }, data: after });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'member_away',
      subjectKind: 'member',
      subjectId: who.id,
      before: { awayUntil: before.awayUntil?.toISOString() ?? null, deputyId: before.deputyId },
      after: { awayUntil: isoDay(until), deputyId },
    });
    return deputyId === null ? null : tx.prisma.member.findUnique({ where: { id: deputyId } });
  });
  const subject = who.id === member.id ? 'You are' : `${who.name} is`;
  const isThere = standsIn && !standsIn.leftAt && !isAway(standsIn, today);
  const taker = isThere ? standsIn.name : 'a manager';
  return `${subject} away until ${datedDayName(until, today, member.locale)}, that day included. Prompts go to ${taker} meanwhile.`;
}
