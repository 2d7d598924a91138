import { DulyError } from '../../core/DulyError.ts';
import type { Db } from '../../db/client.ts';
import { promptOf } from '../../db/prompts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';

/**
 * The prompt behind a click that opens a form, with its debtor's name. Throws DulyError `prompt_not_found` for another
 * workspace's, and `prompt_closed` with how it ended, unless the form is about what happened, which may be logged `evenClosed`.
 */
export async function promptForForm(
  db: Db,
  {
    workspace,
    promptId,
    evenClosed = false,
  }: { workspace: WorkspaceContext; promptId: string; evenClosed?: boolean },
): Promise<{ readonly prompt: Prompt; readonly debtorName: string }> {
  const prompt = await promptOf(db, workspace.id, promptId);
  if (!prompt) {
    throw new DulyError(
      'prompt_not_found',
      `no prompt ${promptId}`,
      'I do not know this prompt. Open your latest list to go on.',
    );
  }
  if (prompt.state !== 'open' && !evenClosed) {
    throw new DulyError(
      'prompt_closed',
      `prompt ${promptId} is ${prompt.state}`,
      `This is done already. ${prompt.outcome ?? ''}`.trim(),
    );
  }
  const debtor = await db.prisma.debtor.findUniqueOrThrow({ where: { id: prompt.debtorId } });
  return { prompt, debtorName: debtor.name };
}
