import { dateOfDay } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';
import { askAboutBrokenPromise } from './askAboutBrokenPromise.ts';
import { closePromisePrompts } from './closePromisePrompts.ts';

/**
 * Records what a promise was judged to be, with what follows: questions about it that have lost their object end, and one that was not
 * kept asks the owner to call, unless what was promised rests. Returns whether anything is new.
 */
export async function recordVerdict(
  tx: Tx,
  verdict: {
    workspace: WorkspaceContext;
    debtorId: string;
    promise: PromiseRow;
    /** cancelled: an instalment of a plan that broke before its day */
    state: 'open' | 'kept' | 'partially_kept' | 'broken' | 'cancelled';
    /** minor units that count for it */
    received: bigint;
    /** nothing of its invoices is to be collected at present */
    rests: boolean;
    now: Date;
  },
): Promise<boolean> {
  const { workspace, debtorId, promise, state, received, rests, now } = verdict;
  if (state === promise.state && received === promise.received) return false;
  const endedOn = state === 'open' ? null : dateOfDay(todayOf(workspace, now));
  await tx.prisma.promise.update({
    where: { id: promise.id },
    data: { state, received, endedOn: state === promise.state ? promise.endedOn : endedOn },
  });
  if (state === promise.state) return true;
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'promise_judged',
    subjectKind: 'promise',
    subjectId: promise.id,
    before: { state: promise.state },
    after: { state, received: received.toString() },
  });
  const kinds: PromptKind[] = state === 'kept' ? ['agree', 'broken_promise'] : ['agree'];
  const outcome = state === 'kept' ? 'The money came: nothing to do.' : 'The promise is not open any more.';
  if (state !== 'open')
    await closePromisePrompts(tx, { workspace, promiseId: promise.id, kinds, outcome, now });
  if (!rests && (state === 'broken' || state === 'partially_kept'))
    await askAboutBrokenPromise(tx, { workspace, debtorId, promise: { ...promise, received, state }, now });
  return true;
}
