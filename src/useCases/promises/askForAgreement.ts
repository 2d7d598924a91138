import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/** Asks a manager to agree to a promise; until then it stops nothing. Returns a sentence for the member who recorded it. */
export async function askForAgreement(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    promiseId: string;
    /** as sentences */
    why: readonly string[];
    now: Date;
  },
): Promise<string> {
  const { workspace, debtorId, promiseId, why, now } = options;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'manager', beyondCapacity: true, now });
  if (!memberId) return `A manager has to agree, and there is none: the clock goes on. ${why.join(' ')}`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `agree:${promiseId}`,
    kind: 'agree',
    memberId,
    reasons: why.map((sentence) => ({ rule: 'promise_agreement', outcome: 'stop', sentence })),
    details: { promiseId },
    now,
  });
  return `A manager has been asked to agree: ${why.join(' ')}`;
}
