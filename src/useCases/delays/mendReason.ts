import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { tellOfReason } from './tellOfReason.ts';

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
 * the next business day; whoever looks after the account and whoever was told of it are told. Undone like a call. Throws DulyError
 * `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function mendReason(db: Db, mending: ReasonMending): Promise<LoggedCall> {
  const { workspace, member, promptId, how, now } = mending;
  requireMay(member, 'mend_reason');
  return db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId, ['to_mend']);
    const { debtorId } = prompt;
    const { reason = '' } = prompt.details as { reason?: string };
    const activityId = newId();
    const toldOfMending = await tellCollectors(tx, mending, prompt, { reason, activityId });
    await tx.prisma.activity.create({
      data: {
        ...{ id: activityId, workspaceId: workspace.id, debtorId, memberId: member.id, promptId },
        ...{ kind: 'note', outcome: `reason_${how}`, details: { mended: reason, toldOfMending } },
        ...{ at: now, recordedAt: now, key: `mended:${activityId}` },
      },
    });
    const outcome = `${member.name}: ${words[how]}.`;
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { answeredBy: activityId } });
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
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
    return { activityId, debtorId, said: [`Noted: ${words[how]}. Whoever looks after the account is told.`] };
  });
}

/** Whoever looks after the account, and whoever was told the reason. */
async function tellCollectors(
  tx: Tx,
  { workspace, member, how, now }: ReasonMending,
  { debtorId, details }: Prompt,
  { reason, activityId }: { reason: string; activityId: string },
): Promise<string[]> {
  const { toldBy } = details as { toldBy?: string };
  const debtor = await debtorFact(tx, workspace, debtorId);
  const asks = { workspace, debtor, asks: 'owner' as const, beyondCapacity: true, now };
  const ids = [toldBy, await whoIsAsked(tx, asks)].flatMap((id) =>
    id === undefined || id === member.id ? [] : [id],
  );
  const what = mrkdwn`${member.name}: ${words[how]}.`;
  const key = `mended:${activityId}`;
  return tellOfReason(tx, { workspace, debtorId, reason, memberIds: ids, what, key, now });
}
