import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { showPromptsAnew } from '../prompts/showPromptsAnew.ts';
import { accountsSharing } from './contactOfAccount.ts';

/**
 * After somebody's entry changed: what is asked about the account, and about those of its group, names whom to reach as they are on file
 * now, and each of them is decided anew.
 */
export async function contactsChanged(
  tx: Tx,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<void> {
  const debtorIds = await accountsSharing(tx, { workspaceId: workspace.id, debtorId });
  await showPromptsAnew(tx, { workspace, debtorIds, now });
}
