import { type DelayReason, isOwnReason, ownReasons } from '../../core/delayReasons.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

/**
 * Asks finance, when the team is at work, to mend what is ours to mend of the reason that a customer gave for the delay; one task at a
 * time for an account and a reason. Returns sentences for the member; none for any other reason. The caller holds the debtor's lock.
 */
export async function askToMend(
  tx: Tx,
  { workspace, debtorId, activityId, member, now }: Recording,
  { reason, words }: { readonly reason: DelayReason; readonly words: string | undefined },
): Promise<string[]> {
  if (!isOwnReason(reason) || !workspace.startedAt) return [];
  const before = await tx.prisma.prompt.count({
    where: {
      ...{ workspaceId: workspace.id, debtorId, kind: 'to_mend', state: 'open' },
      details: { path: ['reason'], equals: reason },
    },
  });
  if (before > 0) return ['Finance is asked already to mend that.'];
  const debtor = await debtorFact(tx, workspace, debtorId);
  const asks = { workspace, debtor, asks: 'finance' as const, beyondCapacity: true, now };
  const memberId = await whoIsAsked(tx, asks);
  if (!memberId) return [];
  const { wrong, mend } = ownReasons[reason];
  const sentences = [`${member.name} was told that ${wrong}`, ...(words ? [`“${words}”`] : []), mend];
  const shown = whenShown(workspace, now);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `to_mend:${activityId}`,
    kind: 'to_mend',
    memberId,
    reasons: sentences.map((sentence) => ({ rule: 'delay_reason', outcome: 'note', sentence })),
    details: { reason, toldBy: member.id },
    notBefore: shown > now ? shown : undefined,
    now,
  });
  return ['Finance is asked to mend that; nothing harsher for the time being.'];
}
