import { dateOfDay, isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { ensureCreditor } from './ensureCreditor.ts';

/**
 * Finance says that every payment up to today is booked: on record as an applied import of payments without rows, as of today,
 * once a day. Everything that waited for fresh payments is decided anew. Answers a prompt that asked for it. Throws DulyError
 * `not_allowed`.
 */
export async function confirmFreshness(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId?: string | undefined; now: Date },
): Promise<string> {
  const { workspace, member, promptId, now } = options;
  requireMay(member, 'record_payment');
  const today = todayOf(workspace, now);
  const sha256 = `confirmed:${isoDay(today)}`;
  const creditor = await ensureCreditor(db, workspace, undefined, now);
  const said = 'Payments are up to date as of today.';
  return db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('freshness ' || $1, 0))`, [workspace.id]);
    const known = await tx.prisma.ledgerImport.findFirst({ where: { workspaceId: workspace.id, sha256 } });
    if (!known) {
      const id = newId();
      await tx.prisma.ledgerImport.create({
        data: {
          id,
          workspaceId: workspace.id,
          creditorId: creditor.id,
          fileName: `confirmed by ${member.name}`,
          sha256,
          format: 'confirmed',
          kind: 'payments',
          asOf: dateOfDay(today),
          status: 'applied',
          memberId: member.id,
          startedAt: now,
          appliedAt: now,
        },
      });
      await recordAudit(tx, {
        workspaceId: workspace.id,
        at: now,
        actor: member.id,
        action: 'freshness_confirmed',
        subjectKind: 'ledger_import',
        subjectId: id,
      });
      await tx.execute(
        `UPDATE debtor d SET next_review_at = $2::timestamptz FROM "case" c
         WHERE d.workspace_id = $1 AND c.debtor_id = d.id AND c.closed_on IS NULL`,
        [workspace.id, now],
      );
    }
    const outcome = `${member.name}: payments are up to date.`;
    if (promptId) await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    return said;
  });
}
