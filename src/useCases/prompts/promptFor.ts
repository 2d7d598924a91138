import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import { promptWithDebtorLocked } from '../../db/prompts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import type { PromptKind } from './promptKinds.ts';

/**
 * The prompt from which a member says something, open or closed, with its debtor locked. Throws DulyError with a sentence for one that does
 * not exist in this workspace or is of another kind.
 */
export async function promptFor(
  tx: Tx,
  workspace: WorkspaceContext,
  promptId: string,
  kinds?: readonly PromptKind[],
): Promise<Prompt> {
  const prompt = await promptWithDebtorLocked(tx, workspace.id, promptId);
  if (prompt && (!kinds || kinds.some((kind) => kind === prompt.kind))) return prompt;
  throw new DulyError(
    'prompt_not_found',
    `no prompt ${promptId}`,
    'I do not know this prompt. Open your latest list to go on.',
  );
}
