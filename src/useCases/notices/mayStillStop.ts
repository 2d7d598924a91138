import type { Tx } from '../../db/client.ts';
import { idRow } from '../../db/idRow.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { mailKey } from './mailKey.ts';

/**
 * Whether a notice can still be kept from going out; true also when it surely did not. False from the moment an attempt to
 * mail it starts. When true, delivery starts no attempt before this transaction ends, and then asks again. A row that
 * delivery has in hand at this very moment counts as going out: waiting for it here could deadlock, because it asks for the
 * debtor's lock.
 */
export async function mayStillStop(
  tx: Tx,
  { workspaceId, id, state }: Pick<Notice, 'workspaceId' | 'id' | 'state'>,
): Promise<boolean> {
  if (state === 'requested' || state === 'approved') return true;
  if (state !== 'queued') return false;
  const held = await tx.sql(idRow, HOLD, [workspaceId, mailKey(id)]);
  return held.length > 0;
}

const HOLD = `
SELECT id FROM outbox WHERE workspace_id = $1 AND key = $2
  AND (state IN ('pending', 'failed', 'cancelled')
    OR (state = 'sending' AND coalesce(result->>'trying', 'false') <> 'true'))
FOR UPDATE SKIP LOCKED`;
