import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { isStopped } from '../../db/isStopped.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Hold, Member } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

/**
 * Finance cannot find what a customer says to have paid: nothing waits for it any more, and the owner is asked to call for the date
 * and proof of payment. Returns a sentence. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function missPayment(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<string> {
  const { workspace, member, promptId, now } = options;
  requireMay(member, 'record_payment');
  return db.transaction(async (tx) => {
    const { debtorId } = await openPromptFor(tx, workspace, promptId, ['find_payment']);
    const today = dateOfDay(todayOf(workspace, now));
    const waits = await tx.prisma.hold.findMany({
      where: {
        workspaceId: workspace.id,
        debtorId,
        kind: 'already_paid',
        endedOn: null,
        untilOn: { gte: today },
      },
      orderBy: { id: 'asc' },
    });
    for (const wait of waits) await shorten(tx, wait, { untilOn: today, by: member, now });
    const outcome = `${member.name} did not find the payment.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    const debtor = await debtorFact(tx, workspace, debtorId);
    const asks = { workspace, debtor, asks: 'owner' as const, beyondCapacity: true, now };
    const stopped = await isStopped(tx, { workspaceId: workspace.id, debtorId });
    const memberId = stopped ? undefined : await whoIsAsked(tx, asks);
    if (memberId) {
      const sentence =
        'The customer says that it is paid, and finance cannot find it: ask for the date, the account it went to and proof of payment';
      await openPrompt(tx, {
        workspace,
        debtorId,
        key: `payment_not_found:${promptId}`,
        kind: 'payment_not_found',
        memberId,
        reasons: [{ rule: 'payment_not_found', outcome: 'note', sentence }],
        now,
      });
    }
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'payment_not_found',
      subjectKind: 'prompt',
      subjectId: promptId,
      after: { debtorId, waitsEnded: waits.length },
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
    return stopped
      ? 'Noted: nothing waits for it after today. Nobody is asked to call, since the account is stopped.'
      : 'Noted: nothing waits for it after today, and the owner of the account is asked to call.';
  });
}

async function shorten(
  tx: Tx,
  { id, workspaceId, untilOn: until }: Hold,
  { untilOn, by, now }: { untilOn: Date; by: Member; now: Date },
): Promise<void> {
  await tx.prisma.hold.update({ where: { id }, data: { untilOn } });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: by.id,
    action: 'hold_shortened',
    subjectKind: 'hold',
    subjectId: id,
    before: { untilOn: until.toISOString() },
    after: { untilOn: untilOn.toISOString() },
  });
}
