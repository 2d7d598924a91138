import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import { contextOf, WORKSPACE_COLUMNS, type WorkspaceContext, workspaceRow } from './workspaceContext.ts';

/** What waits in a workspace and when it falls due; undefined where nothing of that kind waits. */
export interface DueTimes {
  readonly workspace: WorkspaceContext;
  /** the next row of the outbox */
  readonly sendAt: Date | undefined;
  /** the next account to look at */
  readonly reviewAt: Date | undefined;
  /** the next approved request's grace window is over */
  readonly graceUntil: Date | undefined;
  /** the last day of the next request for approval is over, in the workspace's zone */
  readonly usableUntil: Date | undefined;
  /** the next prompt that was not answered in its time */
  readonly answerBy: Date | undefined;
  readonly snoozedUntil: Date | undefined;
  /** a prompt is open with somebody who left Slack or has a time away on record */
  readonly hasAbsent: boolean;
  /** an open prompt stands on the list of another day than its member's today, or was put off until now */
  readonly hasUnlisted: boolean;
  /** an import is held back */
  readonly hasHeldImport: boolean;
  /** the last ledger import that left open items out, undone or not; finance's list came with it */
  readonly leftOutBy: string | undefined;
  /** the last daily digest; `outdated`: a ledger or bank file came in after its figures were worked out */
  readonly daily: { readonly on: Day; readonly outdated: boolean } | undefined;
  /** the Monday of the week that the last weekly digest reports */
  readonly weekly: Day | undefined;
}

const at = z
  .date()
  .nullable()
  .transform((instant) => instant ?? undefined);
const day = z
  .string()
  .nullable()
  .transform((iso) => (iso === null ? undefined : dayOf(iso)));

const row = workspaceRow.extend({
  send_at: at,
  review_at: at,
  grace_until: at,
  usable_until: at,
  answer_by: at,
  snoozed_until: at,
  has_absent: z.boolean().nullable(),
  has_unlisted: z.boolean().nullable(),
  has_held_import: z.boolean(),
  left_out_by: z.string().nullable(),
  daily_on: day,
  daily_outdated: z.boolean().nullable(),
  weekly_on: day,
});

/** One question for all that waits, workspace by workspace, those included that no manager has started yet. */
export async function dueTimes(tx: Queries, now: Date): Promise<DueTimes[]> {
  const rows = await tx.sql(row, dueSql, [now]);
  return rows.map((r) => ({
    workspace: contextOf(r),
    sendAt: r.send_at,
    reviewAt: r.review_at,
    graceUntil: r.grace_until,
    usableUntil: r.usable_until,
    answerBy: r.answer_by,
    snoozedUntil: r.snoozed_until,
    hasAbsent: r.has_absent ?? false,
    hasUnlisted: r.has_unlisted ?? false,
    hasHeldImport: r.has_held_import,
    leftOutBy: r.left_out_by ?? undefined,
    daily: r.daily_on === undefined ? undefined : { on: r.daily_on, outdated: r.daily_outdated ?? false },
    weekly: r.weekly_on,
  }));
}

/** $1 now */
const dueSql = `
SELECT ${WORKSPACE_COLUMNS},
  (SELECT min(not_before) FROM outbox WHERE workspace_id = w.id AND state = 'pending') AS send_at,
  (SELECT min(next_review_at) FROM debtor WHERE workspace_id = w.id) AS review_at,
  (SELECT min(grace_until) FROM approval WHERE workspace_id = w.id AND state = 'approved') AS grace_until,
  (SELECT min((usable_until + 1)::timestamp AT TIME ZONE w.zone) FROM approval
    WHERE workspace_id = w.id AND state IN ('open', 'approved')) AS usable_until,
  p.*,
  EXISTS (SELECT FROM ledger_import WHERE workspace_id = w.id AND status = 'brake') AS has_held_import,
  (SELECT id FROM ledger_import WHERE workspace_id = w.id AND kind = 'ledger' AND status IN ('applied', 'undone')
    AND (summary->>'missing')::int > 0 ORDER BY applied_at DESC, id DESC LIMIT 1) AS left_out_by,
  d.for_on AS daily_on,
  EXISTS (SELECT FROM ledger_import i WHERE i.workspace_id = w.id
    AND (i.status = 'applied' AND i.applied_at > d.worked_out_at OR i.undone_at > d.worked_out_at)) AS daily_outdated,
  (SELECT max(for_on) FROM digest WHERE workspace_id = w.id AND kind = 'weekly') AS weekly_on
FROM workspace w
LEFT JOIN LATERAL (
  SELECT for_on, (figures->>'at')::timestamptz AS worked_out_at FROM digest
  WHERE workspace_id = w.id AND kind = 'daily' ORDER BY for_on DESC LIMIT 1
) d ON true
LEFT JOIN LATERAL (
  SELECT min(p.answer_by) FILTER (WHERE p.escalation < 3) AS answer_by, min(p.snoozed_until) AS snoozed_until,
    bool_or(m.left_at IS NOT NULL OR m.away_until IS NOT NULL) AS has_absent,
    bool_or(CASE WHEN p.snoozed_until IS NOT NULL THEN p.snoozed_until <= $1::timestamptz
      ELSE p.details->>'listedOn' IS DISTINCT FROM ($1::timestamptz AT TIME ZONE m.zone)::date::text END) AS has_unlisted
  FROM prompt p JOIN member m ON m.id = p.member_id WHERE p.workspace_id = w.id AND p.state = 'open'
) p ON true`;
