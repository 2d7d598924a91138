import { dateOfDay, dayOfDate } from '../../core/day.ts';
import { judgePromises, type PromiseVerdict } from '../../core/judgePromises.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { paymentsFreshUntil } from '../../db/paymentsFreshUntil.ts';
import { loadReceipts } from '../../db/receipts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { PromiseInvoice, Promise as PromiseRow } from '../../generated/prisma/client.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';
import { askAboutBrokenPromise } from './askAboutBrokenPromise.ts';
import { closePromisePrompts } from './closePromisePrompts.ts';

type StoredPromise = PromiseRow & { invoices: PromiseInvoice[] };

/**
 * Judges a debtor's promises anew from the money that is known: kept as soon as they are full, broken or partially kept
 * from their judging day once payments are fresh, judged again when a payment is taken back. A promise that just broke asks
 * the owner to call the same day. The caller holds the debtor's lock. Returns whether any verdict is new.
 */
export async function judgeDebtorPromises(
  tx: Tx,
  options: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<boolean> {
  const { workspace, debtorId, now } = options;
  const promises = await tx.prisma.promise.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      state: { in: ['open', 'kept', 'partially_kept', 'broken'] },
      // replaced on or after its date it is broken for good: whatever money comes is for the promise that took its place
      replacedOn: null,
    },
    include: { invoices: true },
  });
  if (promises.length === 0) return false;
  const today = todayOf(workspace, now);
  const verdicts = judgePromises({
    promises: promises.map(judged),
    receipts: await loadReceipts(tx, workspace.id, debtorId),
    freshUntil: await paymentsFreshUntil(tx, workspace.id),
    today,
  });
  let changed = false;
  for (const verdict of verdicts) {
    const promise = promises.find((p) => p.id === verdict.promiseId);
    if (promise && (await record(tx, { ...options, promise, verdict }))) changed = true;
  }
  return changed;
}

async function record(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    now: Date;
    promise: StoredPromise;
    verdict: PromiseVerdict;
  },
): Promise<boolean> {
  const { workspace, debtorId, now, promise, verdict } = options;
  const state = verdict.state === 'being_checked' ? 'open' : verdict.state;
  if (state === promise.state && verdict.received === promise.received) return false;
  const endedOn = state === 'open' ? null : dateOfDay(todayOf(workspace, now));
  await tx.prisma.promise.update({
    where: { id: promise.id },
    data: {
      state,
      received: verdict.received,
      endedOn: state === promise.state ? promise.endedOn : endedOn,
    },
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
    after: { state, received: verdict.received.toString() },
  });
  const kinds: PromptKind[] = state === 'kept' ? ['agree', 'broken_promise'] : ['agree'];
  const outcome = state === 'kept' ? 'The money came: nothing to do.' : 'The promise is not open any more.';
  if (state !== 'open')
    await closePromisePrompts(tx, { workspace, promiseId: promise.id, kinds, outcome, now });
  if (state === 'broken' || state === 'partially_kept') {
    await askAboutBrokenPromise(tx, {
      workspace,
      debtorId,
      promise: { ...promise, received: verdict.received, state },
      now,
    });
  }
  return true;
}

function judged(promise: StoredPromise) {
  return {
    id: promise.id,
    currency: promise.currency,
    amount: promise.amount,
    madeOn: dayOfDate(promise.madeOn),
    promisedOn: dayOfDate(promise.promisedOn),
    lastOn: dayOfDate(promise.lastOn),
    judgeOn: dayOfDate(promise.judgeOn),
    invoiceIds: promise.invoices.map((invoice) => invoice.invoiceId),
  };
}
