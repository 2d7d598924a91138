import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/**
 * Tells the owner, once, that a mail which nobody was asked to send could not be delivered, so that the contact has to be mended before the next one, or
 * was never sent (`notSent` is its kind). `about` is that notice, with its `noticeId`, or the entry of what a member wrote; `why` says it, as
 * sentences; `promiseId` is the promise that it confirmed.
 */
export async function tellUndelivered(
  tx: Tx,
  options: {
    readonly workspace: WorkspaceContext;
    readonly about: { readonly id: string; readonly debtorId: string };
    readonly noticeId?: string;
    readonly promiseId?: string | undefined;
    readonly notSent?: string | undefined;
    readonly why: string;
    /** tells several failures of one mail apart */
    readonly occasion?: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, about, noticeId, promiseId, notSent, why, occasion, now } = options;
  const { id, debtorId } = about;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  if (memberId === undefined) return;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: ['undelivered', id, occasion].filter(Boolean).join(':'),
    kind: 'undelivered',
    memberId,
    reasons: [{ rule: 'undelivered', outcome: 'note', sentence: why }],
    details: {
      ...(noticeId && { noticeId }),
      ...(promiseId && { promiseId }),
      ...(notSent && { stage: notSent }),
    },
    now,
  });
}
