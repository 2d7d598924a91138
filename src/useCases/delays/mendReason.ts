import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { isOwnReason, ownReasons } from '../../core/delayReasons.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

/** mended: by us; in_order: there was nothing to mend */
type Mending = 'mended' | 'in_order';

const words: Readonly<Record<Mending, string>> = {
  mended: 'it is mended',
  in_order: 'it was in order, nothing was to be mended',
};

export interface ReasonMending {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly promptId: string;
  readonly how: Mending;
  readonly now: Date;
}

/**
 * A reason for the delay that was ours is mended, or was none: on record as a note, from which on harsher steps wait no longer than to
 * the next business day; whoever looks after the account and whoever was told of it are told. Returns a sentence. Throws DulyError
 * `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function mendReason(db: Db, mending: ReasonMending): Promise<string> {
  const { workspace, member, promptId, how, now } = mending;
  requireMay(member, 'mend_reason');
  return db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId, ['to_mend']);
    const { debtorId } = prompt;
    const { reason = '' } = prompt.details as { reason?: string };
    await tx.prisma.activity.create({
      data: {
        ...{ id: newId(), workspaceId: workspace.id, debtorId, memberId: member.id, promptId },
        ...{ kind: 'note', outcome: `reason_${how}`, details: { mended: reason } },
        ...{ at: now, recordedAt: now, key: `mended:${promptId}` },
      },
    });
    const outcome = `${member.name}: ${words[how]}.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await tellCollectors(tx, mending, prompt, reason);
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: `reason_${how}`,
      subjectKind: 'prompt',
      subjectId: promptId,
      after: { debtorId, reason },
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
    return `Noted: ${words[how]}. Whoever looks after the account is told.`;
  });
}

async function tellCollectors(
  tx: Tx,
  { workspace, member, promptId, how, now }: ReasonMending,
  { debtorId, details }: Prompt,
  reason: string,
): Promise<void> {
  const { toldBy } = details as { toldBy?: string };
  const debtor = await debtorFact(tx, workspace, debtorId);
  const asks = { workspace, debtor, asks: 'owner' as const, beyondCapacity: true, now };
  const ids = [toldBy, await whoIsAsked(tx, asks)].filter((id) => id !== undefined && id !== member.id);
  const told = await tx.prisma.member.findMany({
    where: { workspaceId: workspace.id, id: { in: ids as string[] }, leftAt: null },
    orderBy: { id: 'asc' },
  });
  const { name } = await tx.prisma.debtor.findFirstOrThrow({ where: { id: debtorId } });
  const wrong = isOwnReason(reason) ? ownReasons[reason].wrong : reason;
  const text = mrkdwn`*${name}* said that ${wrong}. ${member.name}: ${words[how]}.`;
  for (const { id, slackUserId } of told) {
    const key = `mended:${promptId}:${id}`;
    const payload = { kind: 'slack_post' as const, channel: slackUserId, ...message({ text }) };
    await enqueue(tx, { workspaceId: workspace.id, key, payload }, now);
  }
}
