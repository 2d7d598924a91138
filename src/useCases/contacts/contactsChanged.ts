import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';
import { accountsSharing } from './contactOfAccount.ts';

/**
 * After somebody's entry changed: what is asked about the account, and about those of its group, names whom to reach as they are on file
 * now, and each of them is decided anew.
 */
export async function contactsChanged(
  tx: Tx,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<void> {
  const accounts = await accountsSharing(tx, { workspaceId: workspace.id, debtorId });
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId: { in: accounts }, state: 'open' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: promptId } of open) await updatePromptMessage(tx, { workspace, promptId, now });
  for (const id of accounts.sort()) await reviewSoon(tx, workspace.id, id, now);
}
