import { LIMIT_OVERRIDDEN } from '../../core/houseLimits.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';

/** Why, and by which form: the same one twice is one override. */
export interface OverrideGiven {
  /** as typed */
  readonly reason: string;
  readonly key: string;
}

/**
 * Keeps that a house limit was overridden: for a person's calls on that day (`contactId`), or for the message of a step (`stepId`). The
 * caller holds the debtor's lock and has asked the rules.
 */
export async function recordOverride(
  tx: Tx,
  override: OverrideGiven & {
    readonly workspaceId: string;
    readonly debtorId: string;
    readonly memberId: string;
    readonly promptId: string;
    readonly of: { readonly contactId: string } | { readonly stepId: string };
    /** what the limit said */
    readonly limit: string;
    readonly now: Date;
  },
): Promise<void> {
  const { workspaceId, debtorId, memberId, promptId, of, limit, reason, key, now } = override;
  const id = newId();
  await tx.prisma.activity.create({
    data: {
      ...{ id, workspaceId, debtorId, memberId, promptId, ...of },
      ...{ kind: 'note', outcome: LIMIT_OVERRIDDEN, notes: reason, details: { limit }, key },
      ...{ at: now, recordedAt: now },
    },
  });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: memberId,
    action: 'house_limit_overridden',
    subjectKind: 'activity',
    subjectId: id,
    after: { debtorId, promptId, ...of },
    why: reason,
  });
  await reviewSoon(tx, workspaceId, debtorId, now);
}
