import type { Db } from '../db/client.ts';
import type { Lane } from './Lane.ts';
import { type ClaimedRow, claimedRow, OUTBOX_ROW_COLUMNS } from './OutboxRow.ts';
import { standingColumns } from './Standing.ts';

interface Claim {
  readonly lane: Lane;
  readonly owner: string;
  /** Clock time */
  readonly now: Date;
  readonly leaseMs: number;
}

const CLAIM = `
WITH head AS (
  SELECT id FROM outbox
  WHERE workspace_id = $1 AND lane = $2 AND state IN ('pending', 'sending')
    AND (state = 'sending' OR not_before <= $3::timestamptz)
  ORDER BY (state = 'sending') DESC, seq LIMIT 1
), free AS (
  SELECT f.id FROM outbox f JOIN head ON head.id = f.id
  WHERE f.state = 'pending'
     OR (f.state = 'sending' AND (f.lease_until IS NULL OR f.lease_until < clock_timestamp()))
  FOR UPDATE OF f SKIP LOCKED
)
UPDATE outbox o
SET state = 'sending', claimed_by = $4, claimed_at = coalesce(o.claimed_at, $3::timestamptz),
    lease_until = clock_timestamp() + make_interval(secs => $5::double precision / 1000)
FROM free WHERE o.id = free.id
RETURNING ${OUTBOX_ROW_COLUMNS}, ${standingColumns('$3')}`;

/**
 * Claims the head of a lane: its oldest due row, or the row that a process which is gone left in *sending*. Undefined when
 * nothing is due there, somebody else is sending in this lane, or a transaction holds its head.
 */
export async function claimNext(db: Db, claim: Claim): Promise<ClaimedRow | undefined> {
  const { lane, now, owner, leaseMs } = claim;
  try {
    const rows = await db.sql(claimedRow, CLAIM, [lane.workspaceId, lane.lane, now, owner, leaseMs]);
    return rows[0];
  } catch (error) {
    if (isLaneTaken(error)) return undefined;
    throw error;
  }
}

/** The index `outbox_one_sending` said no: another process claimed in this lane at the same moment. */
function isLaneTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'outbox_one_sending';
}
