import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { promptFor } from './promptFor.ts';
import type { PromptKind } from './promptKinds.ts';

/**
 * The open prompt that a member wants to act on, with its debtor locked. Throws DulyError with a sentence for one that does
 * not exist in this workspace or is of another kind, and for one that is closed: the words say how it ended.
 */
export async function openPromptFor(
  tx: Tx,
  workspace: WorkspaceContext,
  promptId: string,
  kinds?: readonly PromptKind[],
): Promise<Prompt> {
  const prompt = await promptFor(tx, workspace, promptId, kinds);
  if (prompt.state !== 'open') {
    throw new DulyError(
      'prompt_closed',
      `prompt ${promptId} is ${prompt.state}`,
      `This is done already. ${prompt.outcome ?? ''}`.trim(),
    );
  }
  return prompt;
}
