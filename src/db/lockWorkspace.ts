import type { Tx } from './client.ts';

/** Locks the workspace's own row until the transaction ends: what is set for the whole team is changed by one at a time. */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute('SELECT FROM workspace WHERE id = $1 FOR UPDATE', [workspaceId]);
}
