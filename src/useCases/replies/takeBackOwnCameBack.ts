import { writeMailedAgain } from '../../db/activities.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { OwnCameBack } from './ownMailCameBack.ts';

/** That a mail which a member wrote came back is undone: it was sent, and what it had answered is answered. The caller holds the debtor's lock. */
export async function takeBackOwnCameBack(
  tx: Tx,
  { workspace, ownCameBack, now }: { workspace: WorkspaceContext; ownCameBack: OwnCameBack; now: Date },
): Promise<void> {
  const { activityId, reopened } = ownCameBack;
  await writeMailedAgain(tx, { workspaceId: workspace.id, id: activityId, now });
  const outcome = 'It was sent.';
  for (const promptId of reopened)
    await closePrompt(tx, { workspace, promptId, state: 'done', outcome, now });
  const where = { workspaceId: workspace.id, key: `undelivered:${activityId}` };
  const told = await tx.prisma.prompt.findFirst({ where, select: { id: true } });
  if (told) await closePrompt(tx, { workspace, promptId: told.id, state: 'cancelled', outcome, now });
}
