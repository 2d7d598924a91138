import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
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
  const found = await tx.prisma.prompt.findFirst({ where: { id: promptId, workspaceId: workspace.id } });
  if (!found || (kinds && !kinds.some((kind) => kind === found.kind))) {
    throw new DulyError(
      'prompt_not_found',
      `no prompt ${promptId}`,
      'I do not know this prompt. Open your latest list to go on.',
    );
  }
  await lockDebtor(tx, workspace.id, found.debtorId);
  const prompt = await tx.prisma.prompt.findUniqueOrThrow({ where: { id: promptId } });
  if (prompt.state !== 'open') {
    throw new DulyError(
      'prompt_closed',
      `prompt ${promptId} is ${prompt.state}`,
      `This is done already. ${prompt.outcome ?? ''}`.trim(),
    );
  }
  return prompt;
}
