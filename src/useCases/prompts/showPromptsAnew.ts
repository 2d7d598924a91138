import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { updatePromptMessage } from './postPrompt.ts';

/** What is asked about these accounts is shown as it stands now, and each of them is decided anew. */
export async function showPromptsAnew(
  tx: Tx,
  { workspace, debtorIds, now }: { workspace: WorkspaceContext; debtorIds: readonly string[]; now: Date },
): Promise<void> {
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId: { in: [...debtorIds] }, state: 'open' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: promptId } of open) await updatePromptMessage(tx, { workspace, promptId, now });
  for (const id of [...debtorIds].sort()) await reviewSoon(tx, workspace.id, id, now);
}
