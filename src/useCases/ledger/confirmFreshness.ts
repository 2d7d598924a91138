import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay, isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { idRow } from '../../db/idRow.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { type CreditorChoice, ensureCreditor } from './ensureCreditor.ts';

/**
 * Finance says that every payment up to today is booked, to the creditor of the prompt that asked, else to the default one: on
 * record as an applied import of payments without rows, as of today, once a day. Everything that waited for fresh payments to that
 * creditor is decided anew. Throws DulyError `not_allowed`, `prompt_not_found` for a prompt that asks something else.
 */
export async function confirmFreshness(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId?: string | undefined; now: Date },
): Promise<string> {
  const { workspace, member, promptId, now } = options;
  requireMay(member, 'record_payment');
  const today = todayOf(workspace, now);
  const sha256 = `confirmed:${isoDay(today)}`;
  const first = await ensureCreditor(db, workspace, { now });
  return db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('freshness ' || $1, 0))`, [workspace.id]);
    const asked = promptId ? await freshnessPrompt(tx, workspace.id, promptId) : undefined;
    const creditor = asked ? await creditorOf(tx, workspace.id, asked.debtorId) : first;
    const known = await tx.prisma.ledgerImport.findFirst({
      where: { workspaceId: workspace.id, creditorId: creditor.id, sha256 },
    });
    const waiting = await lockWaiting(tx, workspace.id, {
      creditorId: creditor.id,
      open: !known,
      debtorId: asked?.debtorId,
    });
    const isOnlyOne = (await tx.prisma.creditor.count({ where: { workspaceId: workspace.id } })) === 1;
    const payments = isOnlyOne ? 'payments' : `payments to ${creditor.name}`;
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
        'UPDATE debtor SET next_review_at = $2::timestamptz WHERE workspace_id = $1 AND id = ANY($3)',
        [workspace.id, now, waiting],
      );
    }
    const outcome = `${member.name}: ${payments} are up to date.`;
    if (asked)
      await closePrompt(tx, { workspace, promptId: asked.id, state: 'done', by: member.id, outcome, now });
    return `P${payments.slice(1)} are up to date as of today.`;
  });
}

async function freshnessPrompt(tx: Tx, workspaceId: string, promptId: string) {
  const prompt = await tx.prisma.prompt.findFirst({
    where: { id: promptId, workspaceId, kind: 'freshness' },
  });
  if (prompt) return prompt;
  throw new DulyError(
    'prompt_not_found',
    `no freshness prompt ${promptId}`,
    'I do not know this prompt. Open your latest list to go on.',
  );
}

async function creditorOf(tx: Tx, workspaceId: string, debtorId: string): Promise<CreditorChoice> {
  const { creditorId } = await tx.prisma.debtor.findFirstOrThrow({ where: { id: debtorId, workspaceId } });
  return tx.prisma.creditor.findFirstOrThrow({ where: { id: creditorId, workspaceId } });
}

/** Locks, in the order of everybody who locks several, the debtor of the prompt and those of the creditor with an open case. */
async function lockWaiting(
  tx: Tx,
  workspaceId: string,
  { creditorId, open, debtorId }: { creditorId: string; open: boolean; debtorId: string | undefined },
): Promise<string[]> {
  const rows = await tx.sql(
    idRow,
    `SELECT d.id FROM debtor d
     WHERE d.workspace_id = $1 AND (d.id = $2
       OR ($3::boolean AND d.creditor_id = $4 AND EXISTS (SELECT FROM "case" c WHERE c.debtor_id = d.id AND c.closed_on IS NULL)))
     ORDER BY d.id FOR UPDATE OF d`,
    [workspaceId, debtorId ?? null, open, creditorId],
  );
  return rows.map(({ id }) => id);
}
