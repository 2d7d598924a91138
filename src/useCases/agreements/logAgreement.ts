import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { CallTrace } from '../calls/callConsequences.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { agreementActs } from './agreementActs.ts';

/** Who recorded what about which account, before anything is recorded of it. */
export interface AgreementLogging {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  /** the same submission delivered twice is one */
  readonly key: string;
  readonly now: Date;
}

/** What the recording itself is given: the activity that it belongs to. */
export interface Recording extends Omit<AgreementLogging, 'key'> {
  readonly activityId: string;
}

/**
 * Records something agreed or found out otherwise than on the telephone: `record` does it, in one transaction under the debtor's
 * lock with the note that carries it, and the debtor is decided anew. Throws DulyError `not_allowed`, `debtor_not_found`, and
 * what `record` throws.
 */
export async function logAgreement(
  db: Db,
  logging: AgreementLogging & {
    readonly outcome: keyof typeof agreementActs;
    readonly contactId?: string | undefined;
    readonly notes?: string | undefined;
  },
  record: (
    tx: Tx,
    recording: Recording,
  ) => Promise<{ readonly said: readonly string[]; readonly trace?: CallTrace }>,
): Promise<LoggedCall> {
  const { workspace, member, debtorId, outcome, contactId, notes, key, now } = logging;
  requireMay(member, agreementActs[outcome]);
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const before = await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, key } });
    if (before) return { activityId: before.id, debtorId, said: ['This is recorded already.'] };
    const activityId = newId();
    const { said, trace } = await record(tx, { workspace, member, debtorId, activityId, now });
    await tx.prisma.activity.create({
      data: {
        id: activityId,
        workspaceId: workspace.id,
        debtorId,
        contactId: contactId ?? null,
        memberId: member.id,
        kind: 'note',
        outcome,
        at: now,
        notes: notes ?? null,
        details: { ...trace },
        key,
        recordedAt: now,
      },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: outcome,
      subjectKind: 'activity',
      subjectId: activityId,
      after: { debtorId },
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
    return { activityId, debtorId, said };
  });
}
