import {
  type ConditionKind,
  conditionWords,
  isConditionKind,
  isPrivateCondition,
} from '../../core/conditions.ts';
import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { type Act, requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { DebtorCondition } from '../../generated/prisma/client.ts';
import { type AgreementLogging, logAgreement, type Recording } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { closeConditionPrompts } from './closeConditionPrompts.ts';
import { resumeFollowUps } from './resumeFollowUps.ts';

export interface ConditionEnding {
  readonly conditionId: string;
  /** over: it held until today; wrong: it never was so */
  readonly how: 'over' | 'wrong';
  readonly reason: string;
}

/** Who may end a condition: finance too where it is about bank details. */
export function mayEndCondition(kind: string): Act {
  return kind === 'bank_details' ? 'record_payment' : 'agree';
}

/**
 * Ends a condition, or takes one back that was recorded wrongly: the ladder goes on from the facts. Throws DulyError `not_allowed`,
 * `debtor_not_found`, `condition_ended`.
 */
export async function endCondition(
  db: Db,
  logging: AgreementLogging & { readonly ending: ConditionEnding },
): Promise<LoggedCall> {
  const { ending, workspace, member, debtorId } = logging;
  const { conditionId } = ending;
  const own = { id: conditionId, workspaceId: workspace.id, debtorId };
  const { kind } = (await db.prisma.debtorCondition.findFirst({ where: own })) ?? { kind: '' };
  requireMay(member, mayEndCondition(kind));
  // what is private stands in the record of the condition alone, never among the activities
  const isPrivate = isConditionKind(kind) && isPrivateCondition(kind);
  const notes = isPrivate ? undefined : ending.reason;
  const about = { ...logging, outcome: 'condition_ended' as const, notes };
  return logAgreement(db, about, async (tx, recording) => {
    const row = await tx.prisma.debtorCondition.findFirst({ where: { ...own, endedOn: null } });
    if (!row || !isConditionKind(row.kind)) {
      throw new DulyError(
        'condition_ended',
        `no condition ${conditionId} of ${debtorId} holds`,
        'It has been ended already: look at the account.',
      );
    }
    await end(tx, recording, row, ending);
    return { said: [endedWords(row.kind, ending)], trace: { endedConditions: [conditionId] } };
  });
}

async function end(
  tx: Tx,
  { workspace, debtorId, member, now }: Recording,
  { id, kind, sinceOn }: DebtorCondition,
  { how, reason }: ConditionEnding,
): Promise<void> {
  const endedOn = how === 'over' ? dateOfDay(todayOf(workspace, now)) : sinceOn;
  await tx.prisma.debtorCondition.update({ where: { id }, data: { endedOn, endedAt: now } });
  await resumeFollowUps(tx, { workspace, debtorId, now });
  await closeConditionPrompts(tx, {
    workspace,
    conditionId: id,
    by: member.id,
    state: 'done',
    outcome: `${member.name} ended it.`,
    now,
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: how === 'over' ? 'condition_over' : 'condition_corrected',
    subjectKind: 'debtor_condition',
    subjectId: id,
    before: { kind },
    why: reason,
  });
}

function endedWords(kind: ConditionKind, { how }: ConditionEnding): string {
  const what = how === 'over' ? 'does not hold any more' : 'was recorded wrongly and never held';
  return `“${conditionWords[kind]}” ${what}: the policy goes on with the account.`;
}
