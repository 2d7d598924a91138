import { z } from 'zod';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { ownedAccount, setOwner, stillOwned } from '../../db/owners.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

const before = z.object({ accounts: z.array(ownedAccount) });
const after = z.object({
  ownerId: z.string(),
  deputyId: z.string().nullable(),
  /** one account was given away, and its group went along */
  group: z.string().optional(),
});

/**
 * Gives accounts back to whoever had them before an assignment, except those that somebody assigned anew since. Prompts that went along stay
 * where they are. Answers how many went back. Throws DulyError `not_allowed`, `no_assignment`.
 */
export async function undoAssignment(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; assignmentId: string; now: Date },
): Promise<number> {
  const { workspace, member, assignmentId, now } = options;
  requireMay(member, 'log_activity');
  return db.transaction(async (tx) => {
    const row = await tx.prisma.audit.findFirst({
      where: { workspaceId: workspace.id, action: 'accounts_assigned', subjectId: assignmentId },
    });
    if (!row) {
      throw new DulyError('no_assignment', `no assignment ${assignmentId}`, 'I do not know this assignment.');
    }
    const { accounts } = before.parse(row.before);
    const { ownerId, group } = after.parse(row.after);
    if (accounts.length > 1 && group === undefined) requireMay(member, 'manage');
    const still = await stillOwned(tx, workspace.id, { debtorIds: accounts.map((a) => a.debtorId), ownerId });
    const back = accounts.filter(({ debtorId }) => still.has(debtorId));
    for (const account of back) {
      const debtorIds = [account.debtorId];
      await setOwner(tx, workspace.id, { debtorIds, ownerId: account.ownerId, deputyId: account.deputyId });
    }
    if (back.length === 0) return 0;
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'assignment_undone',
      subjectKind: 'assignment',
      subjectId: assignmentId,
      after: { debtorIds: back.map(({ debtorId }) => debtorId) },
    });
    return back.length;
  });
}
