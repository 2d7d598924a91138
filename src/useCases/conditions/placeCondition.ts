import { type ConditionKind, conditionWords } from '../../core/conditions.ts';
import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay, dayOfDate } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { askToDecide } from './askToDecide.ts';
import { CONDITION_CONFIRMED } from './isConfirmed.ts';
import { stopFollowUps } from './stopFollowUps.ts';

export interface ConditionGiven {
  readonly kind: ConditionKind;
  /** the first day on which it holds; today or before */
  readonly since: Day;
  /** what it is known from, or what they said */
  readonly evidence: string;
  /** who represents them, or a reference: of a court, an adviser, a registry */
  readonly reference?: string | undefined;
}

/**
 * Stops a debtor's ladder by a condition, and asks who decides about it; to one that is on record already, what is known of it is added. Returns
 * sentences for the member. Throws DulyError `condition_ahead`. The caller holds the debtor's lock.
 */
export async function placeCondition(tx: Tx, recording: Recording, given: ConditionGiven): Promise<string[]> {
  const { workspace, debtorId, activityId, member, now } = recording;
  const { kind, since, evidence, reference } = given;
  if (since > todayOf(workspace, now)) {
    throw new DulyError(
      'condition_ahead',
      `${kind} from day ${since} on`,
      'That day lies ahead: choose today, or the day since when it is so.',
    );
  }
  const own = { workspaceId: workspace.id, debtorId, kind, endedOn: null };
  const before = await tx.prisma.debtorCondition.findFirst({ where: own });
  if (before) {
    await tx.prisma.debtorCondition.update({
      where: { id: before.id },
      data: {
        evidence: added(before.evidence, evidence),
        reference: added(before.reference, reference) || null,
      },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: CONDITION_CONFIRMED,
      subjectKind: 'debtor_condition',
      subjectId: before.id,
      after: { debtorId, kind, activityId },
    });
    const day = dayName(dayOfDate(before.sinceOn), member.locale);
    return [
      `${conditionWords[kind]} already, since ${day}: nothing goes out. What you wrote is kept with it.`,
    ];
  }
  const id = newId();
  await tx.prisma.debtorCondition.create({
    data: {
      ...{ ...own, id, activityId, memberId: member.id, recordedAt: now },
      ...{ sinceOn: dateOfDay(since), evidence, reference: reference ?? null },
    },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'condition_placed',
    subjectKind: 'debtor_condition',
    subjectId: id,
    after: { debtorId, kind },
  });
  const stop = { workspace, debtorId, stoppedBy: activityId, now };
  await stopFollowUps(tx, stop, `${conditionWords[kind]}: nobody calls at present.`);
  return [
    `${conditionWords[kind]}: nothing goes out from now on, and nobody is asked to call.`,
    ...(await askToDecide(tx, recording, { ...given, id })),
  ];
}

const MOST = 3000;

/** What is known by now, and what was typed besides. */
function added(known: string | null, typed: string | undefined): string {
  if (!typed || known?.includes(typed)) return known ?? '';
  return [known, typed].filter(Boolean).join('\n').slice(0, MOST);
}
