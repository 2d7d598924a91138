import { DulyError } from '../../core/DulyError.ts';
import type { Db, Tx } from '../../db/client.ts';
import { type AgreementLogging, logAgreement, type Recording } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import type { PlanWords } from './PlanWords.ts';
import { recordPlan } from './recordPlan.ts';

/**
 * Records an instalment plan with the note that carries it: one act with the call in which it was agreed on (`callId`), so that Undo takes both
 * back. Throws DulyError `not_allowed`, `debtor_not_found`, `call_taken_back`, and what `recordPlan` throws.
 */
export async function logPlan(
  db: Db,
  logging: AgreementLogging & {
    readonly callId?: string | undefined;
    readonly contactId: string | undefined;
    readonly notes: string | undefined;
    readonly words: PlanWords;
  },
): Promise<LoggedCall> {
  const { callId, contactId, words } = logging;
  return logAgreement(db, { ...logging, outcome: 'plan_agreed' }, async (tx, recording) => {
    const { said, replaced } = await recordPlan(tx, { ...recording, contactId, words });
    const inCall = callId && (await isCall(tx, recording, callId)) ? { inCall: callId } : {};
    return { said, trace: { replacedPromises: replaced, ...inCall } };
  });
}

async function isCall(tx: Tx, { workspace, debtorId }: Recording, id: string): Promise<boolean> {
  const takenBack = { reversesId: id, workspaceId: workspace.id, debtorId };
  if ((await tx.prisma.activity.count({ where: takenBack })) > 0) {
    throw new DulyError(
      'call_taken_back',
      `call ${id} was taken back`,
      'The call was taken back: log it again, then the instalments.',
    );
  }
  const where = { id, workspaceId: workspace.id, debtorId, kind: 'call' };
  return (await tx.prisma.activity.count({ where })) > 0;
}
