import { mayWrite } from '../../core/mayWrite.ts';
import { isMessage } from '../../core/messageKinds.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { loadSituation } from '../notices/loadSituation.ts';

/** Whether a prompt asks to send a message beside the ladder that another one holds back today: nobody could answer it in time. */
export async function mayNotGoYet(
  tx: Tx,
  { workspace, prompt, now }: { workspace: WorkspaceContext; prompt: Prompt; now: Date },
): Promise<boolean> {
  const { kind, debtorId, details } = prompt;
  if (!isMessage(kind)) return false;
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const { promiseId } = details as { readonly promiseId?: string };
  return input !== undefined && mayWrite({ input, kind, promiseId, now }).verdict === 'wait';
}
