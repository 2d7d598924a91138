import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import { promptWithDebtorLocked } from '../../db/prompts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';

/**
 * The prompt behind a click, with its debtor locked so that nobody answers it at the same time. Throws DulyError
 * `prompt_not_found` (another workspace's id too), `wrong_prompt` for another kind, `not_started`.
 */
export async function claimPrompt(
  tx: Tx,
  options: { workspace: WorkspaceContext; promptId: string; kinds: readonly string[] },
): Promise<Prompt> {
  const { workspace, promptId, kinds } = options;
  const prompt = await promptWithDebtorLocked(tx, workspace.id, promptId);
  if (!prompt) {
    throw new DulyError(
      'prompt_not_found',
      `no prompt ${promptId} in workspace ${workspace.id}`,
      'I do not know this task any more. Your list of today shows what is open.',
    );
  }
  if (!kinds.includes(prompt.kind)) throw sendsNothing(prompt);
  if (!workspace.startedAt) {
    throw new DulyError(
      'not_started',
      `workspace ${workspace.id} is not started`,
      'Nothing is sent before a manager has started this workspace.',
    );
  }
  return prompt;
}

/** The same of a prompt about a step of the ladder. Throws DulyError `wrong_prompt` for another one too. */
export async function claimStepPrompt(
  tx: Tx,
  options: { workspace: WorkspaceContext; promptId: string; kinds: readonly string[] },
): Promise<Prompt & { stepId: string }> {
  const prompt = await claimPrompt(tx, options);
  const { stepId } = prompt;
  if (!stepId) throw sendsNothing(prompt);
  return { ...prompt, stepId };
}

function sendsNothing({ id, kind }: Prompt): DulyError {
  return new DulyError('wrong_prompt', `prompt ${id} is a ${kind}`, 'This task does not send anything.');
}
