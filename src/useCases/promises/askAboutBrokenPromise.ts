import { dayOfDate, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { isStopped } from '../../db/isStopped.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

const planBroken = {
  rule: 'plan_broken',
  outcome: 'note' as const,
  sentence: 'It was an instalment of a plan, which is broken with it: agree on a new one, or on the whole',
};

/**
 * Asks the owner, when the team is at work, to call the same day about a promise that was not kept, or only in part; nobody while
 * others look after the account, or it is stopped.
 */
export async function askAboutBrokenPromise(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    promise: PromiseRow;
    /** minor units of what had come that were taken back */
    returned: bigint;
    now: Date;
  },
): Promise<void> {
  const { workspace, debtorId, promise, returned, now } = options;
  if (!workspace.startedAt) return;
  if (await isStopped(tx, { workspaceId: workspace.id, debtorId })) return;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', now, beyondCapacity: true });
  if (!memberId) return;
  const shown = whenShown(workspace, now);
  const money = (amount: bigint) => formatMoney(amount, promise.currency, workspace.locale);
  const promisedFor = shortDay(dayOfDate(promise.promisedOn), workspace.locale);
  const promised = `${money(promise.amount)} was promised for ${promisedFor}`;
  const came = promise.state === 'broken' ? 'did not come' : `only ${money(promise.received)} came`;
  const sentence =
    returned > 0n
      ? `${promised}; ${money(promise.received + returned)} came, and ${promise.received > 0n ? `${money(returned)} of it` : 'all of it'} was taken back.`
      : `${promised}${promise.state === 'broken' ? ' and' : ';'} ${came}.`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `broken:${promise.id}:${promise.state}:${isoDay(todayOf(workspace, now))}`,
    kind: 'broken_promise',
    memberId,
    reasons: [
      { rule: `promise_${promise.state}`, outcome: 'note', sentence },
      ...(promise.planId ? [planBroken] : []),
    ],
    details: { promiseId: promise.id },
    notBefore: shown > now ? shown : undefined,
    now,
  });
}
