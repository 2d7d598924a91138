import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';

/**
 * The prompt behind a click, with its debtor locked so that nobody answers it at the same time. Throws DulyError
 * `prompt_not_found` (another workspace's id too), `wrong_prompt` for another kind, `not_started`.
 */
export async function claimPrompt(
  tx: Tx,
  options: { workspace: WorkspaceContext; promptId: string; kinds: readonly string[] },
): Promise<Prompt & { stepId: string }> {
  const { workspace, promptId, kinds } = options;
  const where = { id: promptId, workspaceId: workspace.id };
  const seen = await tx.prisma.prompt.findFirst({ where, select: { debtorId: true } });
  if (seen) await lockDebtor(tx, workspace.id, seen.debtorId);
  const prompt = seen && (await tx.prisma.prompt.findFirst({ where }));
  if (!prompt) {
    throw new DulyError(
      'prompt_not_found',
      `no prompt ${promptId} in workspace ${workspace.id}`,
      'I do not know this task any more. Your list of today shows what is open.',
    );
  }
  const { stepId } = prompt;
  if (!stepId || !kinds.includes(prompt.kind)) {
    throw new DulyError(
      'wrong_prompt',
      `prompt ${promptId} is a ${prompt.kind}`,
      'This task does not send anything.',
    );
  }
  if (!workspace.startedAt) {
    throw new DulyError(
      'not_started',
      `workspace ${workspace.id} is not started`,
      'Nothing is sent before a manager has started this workspace.',
    );
  }
  return { ...prompt, stepId };
}
