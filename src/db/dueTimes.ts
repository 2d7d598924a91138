import { z } from 'zod';
import { addDays, type Day, dayOf, isoDay } from '../core/day.ts';
import { dayIn, instantAt } from '../core/zone.ts';
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
  /** a ledger import left open items out, undone or not: finance has a list of them */
  readonly hasLeftOut: boolean;
  /** the last two daily digests; `outdated`: a ledger or bank file came in after its figures were worked out, `at` */
  readonly daily: readonly { readonly on: Day; readonly at: Date | undefined; readonly outdated: boolean }[];
  /** the Mondays of the weeks that the last two weekly digests report */
  readonly weekly: readonly Day[];
  /** the day on which it was last looked for accounts whose records are past their time */
  readonly recordsKeptOn: Day | undefined;
}

const at = z
  .date()
  .nullable()
  .transform((instant) => instant ?? undefined);
const day = z.string().transform(dayOf);
const instant = z
  .string()
  .nullable()
  .transform((iso) => (iso === null ? undefined : new Date(iso)));

const row = workspaceRow.extend({
  send_at: at,
  review_at: at,
  grace_until: at,
  usable_until: day.nullable(),
  answer_by: at,
  snoozed_until: at,
  has_absent: z.boolean().nullable(),
  listed: z.array(z.object({ zone: z.string(), on: z.string().nullable() })).nullable(),
  has_held_import: z.boolean(),
  has_left_out: z.boolean(),
  daily: z.array(z.object({ on: day, at: instant, outdated: z.boolean() })),
  weekly: z.array(day),
  records_kept_on: day.nullable(),
});

/**
 * One question for all that waits, workspace by workspace, those included that no manager has started yet. A workspace whose settings
 * cannot be read is left out, so that it holds up no other.
 *
 * @param unreadable told of each that was left out
 */
export async function dueTimes(
  tx: Queries,
  now: Date,
  unreadable?: (workspaceId: string, error: unknown) => void,
): Promise<DueTimes[]> {
  const rows = await tx.sql(row, dueSql);
  return rows.flatMap((found) => {
    try {
      return timesOf(found, now);
    } catch (error) {
      unreadable?.(found.id, error);
      return [];
    }
  });
}

/** The days are reckoned here: a server may not know every zone that Slack knows. */
function timesOf(found: z.output<typeof row>, now: Date): DueTimes {
  const workspace = contextOf(found);
  const { usable_until: usable, snoozed_until: snoozedUntil, listed } = found;
  const isOnOldList = listed?.some(({ zone, on }) => on !== isoDay(dayIn(zone, now))) ?? false;
  return {
    workspace,
    sendAt: found.send_at,
    reviewAt: found.review_at,
    graceUntil: found.grace_until,
    usableUntil: usable === null ? undefined : instantAt(addDays(usable, 1), '00:00', workspace.zone),
    answerBy: found.answer_by,
    snoozedUntil,
    hasAbsent: found.has_absent ?? false,
    hasUnlisted: isOnOldList || (snoozedUntil !== undefined && snoozedUntil <= now),
    hasHeldImport: found.has_held_import,
    hasLeftOut: found.has_left_out,
    daily: found.daily,
    weekly: found.weekly,
    recordsKeptOn: found.records_kept_on ?? undefined,
  };
}

const dueSql = `
SELECT ${WORKSPACE_COLUMNS}, w.records_kept_on,
  (SELECT min(not_before) FROM outbox WHERE workspace_id = w.id AND state = 'pending') AS send_at,
  (SELECT min(next_review_at) FROM debtor WHERE workspace_id = w.id) AS review_at,
  (SELECT min(grace_until) FROM approval WHERE workspace_id = w.id AND state = 'approved') AS grace_until,
  (SELECT min(usable_until) FROM approval WHERE workspace_id = w.id AND state IN ('open', 'approved')) AS usable_until,
  p.*,
  EXISTS (SELECT FROM ledger_import WHERE workspace_id = w.id AND status = 'brake') AS has_held_import,
  EXISTS (SELECT FROM ledger_import WHERE workspace_id = w.id AND kind = 'ledger' AND status IN ('applied', 'undone')
    AND (summary->>'missing')::int > 0) AS has_left_out,
  (SELECT coalesce(json_agg(json_build_object('on', d.for_on, 'at', d.worked_out_at, 'outdated', EXISTS (
      SELECT FROM ledger_import i WHERE i.workspace_id = w.id AND i.status = 'applied' AND i.applied_at > d.worked_out_at)
      OR EXISTS (SELECT FROM ledger_import i WHERE i.workspace_id = w.id AND i.undone_at > d.worked_out_at))), '[]')
    FROM (SELECT for_on, (figures->>'at')::timestamptz AS worked_out_at FROM digest
      WHERE workspace_id = w.id AND kind = 'daily' ORDER BY for_on DESC LIMIT 2) d) AS daily,
  (SELECT coalesce(json_agg(d.for_on), '[]') FROM (
    SELECT for_on FROM digest WHERE workspace_id = w.id AND kind = 'weekly' ORDER BY for_on DESC LIMIT 2) d) AS weekly
FROM workspace w
LEFT JOIN LATERAL (
  SELECT min(p.answer_by) FILTER (WHERE p.escalation < 3) AS answer_by, min(p.snoozed_until) AS snoozed_until,
    bool_or(m.left_at IS NOT NULL OR m.away_until IS NOT NULL) AS has_absent,
    json_agg(DISTINCT jsonb_build_object('zone', m.zone, 'on', p.details->>'listedOn'))
      FILTER (WHERE p.snoozed_until IS NULL) AS listed
  FROM prompt p JOIN member m ON m.id = p.member_id WHERE p.workspace_id = w.id AND p.state = 'open'
) p ON true`;
