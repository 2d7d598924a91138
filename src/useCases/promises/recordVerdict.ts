import { dateOfDay } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { askForAgreementAgain } from '../agreements/askForAgreementAgain.ts';
import { askAboutBrokenPromise } from './askAboutBrokenPromise.ts';
import { closePromisePrompts } from './closePromisePrompts.ts';
import { correctMissedPromise } from './correctMissedPromise.ts';

/** How questions about a promise end that a new verdict leaves without their object. */
const OUTCOMES = {
  open: 'It is not over yet: nothing to do until then.',
  kept: 'The money came, or nothing of it is owed any more: nothing to do.',
  partially_kept: 'A part of the money came: what is asked now says how much.',
  broken: 'The promise is not open any more.',
  cancelled: 'The promise is not open any more.',
};

/**
 * Records what a promise was judged to be, with what follows: questions about it that have lost their object end, and one that was not
 * kept asks the owner to call, unless what was promised rests; where only the money for it is another, what is asked says so. Returns whether anything is new.
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
    /** minor units of what had come that were taken back */
    returned?: bigint;
    /** nothing of its invoices is to be collected at present */
    rests: boolean;
    now: Date;
  },
): Promise<boolean> {
  const { workspace, debtorId, promise, state, received, returned = 0n, rests, now } = verdict;
  if (state === promise.state && received === promise.received) return false;
  const endedOn = state === 'open' ? null : dateOfDay(todayOf(workspace, now));
  await tx.prisma.promise.update({
    where: { id: promise.id },
    data: { state, received, endedOn: state === promise.state ? promise.endedOn : endedOn },
  });
  const judged = { ...promise, received, state };
  const isMissed = state === 'broken' || state === 'partially_kept';
  if (state === promise.state) {
    if (isMissed) await correctMissedPromise(tx, { workspace, promise: judged, returned, now });
    return true;
  }
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'promise_judged',
    subjectKind: 'promise',
    subjectId: promise.id,
    before: { state: promise.state, endedOn: promise.endedOn?.toISOString() ?? null },
    after: { state, received: received.toString() },
  });
  const about = { workspace, promiseId: promise.id, outcome: OUTCOMES[state], now };
  if (state !== 'open') await closePromisePrompts(tx, { ...about, kinds: ['agree', 'undelivered'] });
  else await askForAgreementAgain(tx, { workspace, promises: [judged], now });
  await closePromisePrompts(tx, { ...about, kinds: ['broken_promise'] });
  if (!rests && isMissed)
    await askAboutBrokenPromise(tx, { workspace, debtorId, promise: judged, returned, now });
  return true;
}
