import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Posts the digests of a workspace whose time has come and which are not posted yet. Each is posted once, however often this is called. */
export async function postDueDigests(
  _db: Db,
  _options: { workspace: WorkspaceContext; now: Date },
): Promise<void> {}
