import { stageName } from '../../core/stageName.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import type { NotSent } from './NotSent.ts';

/** Tells the owner, once, that a statement could not be delivered: the contact has to be mended before the next one. `why` is a sentence. */
export async function tellUndelivered(tx: Tx, { workspace, notice, why, now }: NotSent): Promise<void> {
  const { id, debtorId, kind } = notice;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  if (memberId === undefined) return;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `undelivered:${id}`,
    kind: 'undelivered',
    memberId,
    reasons: [{ rule: 'undelivered', outcome: 'note', sentence: `${stageName(kind)}: ${why}` }],
    details: { noticeId: id },
    now,
  });
}
