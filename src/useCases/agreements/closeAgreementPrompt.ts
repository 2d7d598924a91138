import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { type AgreementSubject, agreementKey } from './askForAgreement.ts';

/** Ends the question for a manager's agreement, if one is open, and says why. */
export async function closeAgreementPrompt(
  tx: Tx,
  options: { workspace: WorkspaceContext; subject: AgreementSubject; outcome: string; now: Date },
): Promise<void> {
  const { workspace, subject, outcome, now } = options;
  const where = { workspaceId: workspace.id, key: agreementKey(subject), state: 'open' };
  const prompt = await tx.prisma.prompt.findFirst({ where });
  if (prompt) await closePrompt(tx, { workspace, promptId: prompt.id, state: 'overtaken', outcome, now });
}
