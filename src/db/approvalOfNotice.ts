import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries, Tx } from './client.ts';
import { idRow } from './idRow.ts';

const row = z.object({ state: z.string(), hash: z.string(), usable_until: z.string() });

interface Which {
  readonly workspaceId: string;
  readonly noticeId: string;
}

/** The request for approval that a notice went through, with the last day on which it may be used; undefined for one that needs none. */
export async function approvalOfNotice(
  tx: Queries,
  { workspaceId, noticeId }: Which,
): Promise<{ readonly state: string; readonly hash: string; readonly usableUntil: Day } | undefined> {
  const [found] = await tx.sql(
    row,
    'SELECT state, hash, usable_until FROM approval WHERE workspace_id = $1 AND notice_id = $2',
    [workspaceId, noticeId],
  );
  return found && { state: found.state, hash: found.hash, usableUntil: dayOf(found.usable_until) };
}

/** Ends the request for approval of a notice that went out, and answers its id; undefined for a notice that needed none. */
export async function endApprovalOfNotice(
  tx: Tx,
  { workspaceId, noticeId, outcome, now }: Which & { readonly outcome: string; readonly now: Date },
): Promise<string | undefined> {
  const [ended] = await tx.sql(
    idRow,
    `UPDATE approval SET state = 'used', ended_at = $3::timestamptz, outcome = $4
     WHERE workspace_id = $1 AND notice_id = $2 RETURNING id`,
    [workspaceId, noticeId, now, outcome],
  );
  return ended?.id;
}
