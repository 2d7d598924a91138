import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from './closePrompt.ts';
import { rememberOnPrompt } from './rememberOnPrompt.ts';

/** What a prompt asks about was taken back: it is asked no more, by the end of a stop neither. Nothing where there is no such prompt. */
export async function takeBackPrompt(
  tx: Tx,
  { workspace, key, now }: { workspace: WorkspaceContext; key: string; now: Date },
): Promise<void> {
  const prompt = await tx.prisma.prompt.findFirst({ where: { workspaceId: workspace.id, key } });
  if (!prompt) return;
  await closePrompt(tx, {
    workspace,
    promptId: prompt.id,
    state: 'cancelled',
    outcome: 'It was taken back.',
    now,
  });
  // the end of a stop that had held it does not ask it again
  const details = { stoppedBy: null };
  await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId: prompt.id, details });
}
