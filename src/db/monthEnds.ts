import { z } from 'zod';
import { type Day, dateOfDay, dayOf, isoDay } from '../core/day.ts';
import { newId } from '../core/newId.ts';
import type { MonthEnd } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';

const dueRow = z.object({ begun: z.boolean(), due: z.array(z.string()) });

const monthEndRow: z.ZodType<MonthEnd> = z.object({
  id: z.string(),
  workspaceId: z.string(),
  debtorId: z.string(),
  month: z.string().transform((iso) => dateOfDay(dayOf(iso))),
  sweep: z.string(),
  statement: z.string(),
  noticeId: z.string().nullable(),
  why: z.string().nullable(),
  tryAt: z.date().nullable(),
  recordedAt: z.date(),
});

/**
 * Takes down every account that has open items at the end of that month, all in one go and once: whatever is found then is dealt with. An
 * account that gets its first open item later belongs to the next month. Returns whether it was done now.
 */
export async function beginMonthEnd(
  tx: Queries,
  options: { workspaceId: string; month: Day; now: Date },
): Promise<boolean> {
  const begun = await tx.execute(beginSql, [
    options.workspaceId,
    isoDay(options.month),
    options.now,
    newId(),
  ]);
  return begun > 0;
}

/**
 * Accounts whose turn has come in that month's end, but for some: those that others are working on. Undefined where it was not begun: what is to be
 * dealt with is not taken down.
 */
export async function dueMonthEnds(
  tx: Queries,
  options: { workspaceId: string; month: Day; now: Date; except: readonly string[]; limit: number },
): Promise<string[] | undefined> {
  const { workspaceId, month, now, except, limit } = options;
  const [found] = await tx.sql(dueRow, dueSql, [...[workspaceId, isoDay(month), now, limit], except]);
  return found?.begun ? found.due : undefined;
}

/**
 * Records with the month's end what became of the statement of a notice, as the notice says: sent, failed (also where its mail
 * came back later), or, where it was cancelled, to be written anew `again`.
 */
export async function noteMonthEnd(
  tx: Tx,
  { workspaceId, noticeId, again }: { workspaceId: string; noticeId: string; again: Date },
): Promise<void> {
  await tx.execute(
    `UPDATE month_end m SET
       statement = CASE n.state WHEN 'sent' THEN 'sent' WHEN 'failed' THEN 'not_sent' ELSE 'waiting' END,
       why = CASE n.state WHEN 'sent' THEN NULL ELSE n.outcome END,
       try_at = CASE n.state WHEN 'cancelled' THEN $3::timestamptz ELSE m.try_at END
     FROM notice n WHERE n.id = m.notice_id AND m.workspace_id = $1 AND m.notice_id = $2
       AND n.state IN ('sent', 'failed', 'cancelled')`,
    [workspaceId, noticeId, again],
  );
}

/** Locks the account of a month's end that is still due, which it answers; undefined when another has it or has dealt with it. */
export async function claimMonthEnd(
  tx: Tx,
  options: { workspaceId: string; debtorId: string; month: Day; now: Date },
): Promise<MonthEnd | undefined> {
  const [claimed] = await tx.sql(monthEndRow, claimSql, [
    options.workspaceId,
    options.debtorId,
    isoDay(options.month),
    options.now,
  ]);
  return claimed;
}

/** $1 workspace, $2 month, $3 now, $4 what makes the ids new */
const beginSql = `
INSERT INTO month_end (id, workspace_id, debtor_id, month, try_at, recorded_at)
SELECT $4 || '-' || d.id, $1, d.id, $2::date, $3::timestamptz, $3::timestamptz FROM debtor d
WHERE d.workspace_id = $1
  AND EXISTS (SELECT 1 FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.outstanding > 0)
  AND NOT EXISTS (SELECT 1 FROM month_end m WHERE m.workspace_id = $1 AND m.month = $2::date)
ON CONFLICT (debtor_id, month) DO NOTHING`;

/** $1 workspace, $2 month, $3 now, $4 limit, $5 debtors left out */
const dueSql = `
SELECT EXISTS (SELECT FROM month_end WHERE workspace_id = $1 AND month = $2::date) AS begun, ARRAY(
  SELECT debtor_id FROM month_end
  WHERE workspace_id = $1 AND month = $2::date AND try_at <= $3::timestamptz AND debtor_id <> ALL($5::text[])
  ORDER BY debtor_id LIMIT $4) AS due`;

/** $1 workspace, $2 debtor, $3 month, $4 now; the debtor first, as everywhere */
const claimSql = `
WITH locked AS MATERIALIZED (SELECT id FROM debtor WHERE workspace_id = $1 AND id = $2 FOR UPDATE SKIP LOCKED)
SELECT m.id, m.workspace_id AS "workspaceId", m.debtor_id AS "debtorId", m.month, m.sweep, m.statement, m.notice_id AS "noticeId", m.why,
  m.try_at AS "tryAt", m.recorded_at AS "recordedAt"
FROM locked JOIN month_end m ON m.debtor_id = locked.id
WHERE m.month = $3::date AND m.try_at <= $4::timestamptz`;
