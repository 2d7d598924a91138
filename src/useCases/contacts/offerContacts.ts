import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';

/** What is asked about a debtor names whom to reach as they are on file now. */
export async function offerContacts(
  tx: Tx,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<void> {
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId, state: 'open' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: promptId } of open) await updatePromptMessage(tx, { workspace, promptId, now });
}
