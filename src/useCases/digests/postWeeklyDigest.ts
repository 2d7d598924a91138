import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

export async function postWeeklyDigest(
  _db: Db,
  _options: { workspace: WorkspaceContext; now: Date },
): Promise<'posted' | 'updated' | undefined> {
  return undefined;
}
