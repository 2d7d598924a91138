import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { ReconciliationLine } from '../core/reconcile.ts';
import type { Queries } from './client.ts';
import { asAt } from './invoiceAsAt.ts';

/** What moved past due in a week, one currency, signs as in core/reconcile.ts. */
export type WeekEvents = Omit<
  ReconciliationLine,
  'opening' | 'closing' | 'disputesReleased' | 'cashBookedLate' | 'creditsBookedLate'
>;

type Line = Exclude<keyof WeekEvents, 'currency'>;

const row = z.object({
  line: z.enum([
    'newlyOverdue',
    'paymentsReversed',
    'debitNotes',
    'cashAllocated',
    'creditsAllocated',
    'writtenOff',
    'dueDateChanges',
    'corrections',
  ]),
  currency: z.string(),
  amount: z.bigint(),
});

/** The events of the days after `from` up to `to`, each line asked of its own facts; currencies without any are absent. */
export async function weekEvents(
  tx: Queries,
  { workspaceId, from, to }: { workspaceId: string; from: Day; to: Day },
): Promise<WeekEvents[]> {
  const params = [workspaceId, isoDay(from), isoDay(to)];
  const rows = [...(await tx.sql(row, allocatedSql, params)), ...(await tx.sql(row, turnedSql, params))];
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const of = (line: Line) => rows.find((r) => r.currency === currency && r.line === line)?.amount ?? 0n;
    return {
      currency,
      newlyOverdue: of('newlyOverdue'),
      paymentsReversed: of('paymentsReversed'),
      debitNotes: of('debitNotes'),
      cashAllocated: of('cashAllocated'),
      creditsAllocated: of('creditsAllocated'),
      writtenOff: of('writtenOff'),
      dueDateChanges: of('dueDateChanges'),
      corrections: of('corrections'),
    };
  });
}

/** money and credits on invoices that were late on the day it counted, ledger money that gave way to its bank line being cash still, and what an undone import brought taken off the line that it was on; $1 workspace, $2 from (excluded), $3 to */
const allocatedSql = `
SELECT line, currency, sum(CASE WHEN line = 'paymentsReversed' THEN -amount ELSE amount END)::bigint AS amount FROM (
  SELECT i.currency, a.amount, CASE
    WHEN a.credit_note_id IS NOT NULL THEN 'creditsAllocated'
    WHEN coalesce(root.origin, p.origin) = 'write_off' THEN 'writtenOff'
    WHEN p.key LIKE 'replaced:%' OR p.key LIKE 'undoes:replaced:%' THEN 'cashAllocated'
    WHEN p.reverses_id IS NOT NULL AND (p.key LIKE 'undoes:%') = (p.amount > 0) THEN 'paymentsReversed'
    ELSE 'cashAllocated' END AS line
  FROM allocation a JOIN invoice i ON i.id = a.invoice_id
  LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN payment root ON root.id = p.reverses_id
  WHERE a.workspace_id = $1 AND a.effective_on > $2::date AND a.effective_on <= $3::date AND i.kind <> 'credit_note'
    AND i.issued_on <= a.effective_on AND ${asAt('due_on', 'a.effective_on')} < a.effective_on) x
GROUP BY line, currency`;

/**
 * Day by day for the invoices that can have turned: late because the day came, late or not because the due date was moved,
 * and amounts that changed on what was late. What was outstanding the evening before is what turns.
 */
const turnedSql = `
WITH turning AS (
  SELECT i.id, i.currency, i.kind, i.issued_on, t.day::date AS day,
    ${asAt('due_on', 't.day::date - 1')} AS due_before, ${asAt('due_on', 't.day::date')} AS due_after,
    ${asAt('amount', 't.day::date - 1')} AS amount_before, ${asAt('amount', 't.day::date')} AS amount_after
  FROM invoice i CROSS JOIN generate_series($2::date + 1, $3::date, interval '1 day') AS t(day)
  WHERE i.workspace_id = $1 AND i.kind <> 'credit_note' AND i.issued_on <= t.day::date AND i.id IN (
    SELECT id FROM invoice WHERE workspace_id = $1 AND due_on >= $2::date AND due_on < $3::date
    UNION SELECT id FROM invoice WHERE workspace_id = $1 AND issued_on > $2::date AND issued_on <= $3::date AND due_on < issued_on
    UNION SELECT invoice_id FROM invoice_revision WHERE workspace_id = $1 AND effective_on > $2::date)),
late AS (
  SELECT *, (issued_on < day AND due_before < day - 1)::int AS before, (due_before < day)::int AS passed,
    (due_after < day)::int AS after
  FROM turning),
moved AS (
  SELECT l.currency, l.kind, l.passed - l.before AS passing, l.after - l.passed AS moving,
    l.after * (l.amount_after - l.amount_before) AS correction,
    l.amount_before - coalesce((SELECT sum(a.amount) FROM allocation a
      WHERE a.workspace_id = $1 AND a.invoice_id = l.id AND a.effective_on < l.day), 0) AS outstanding
  FROM late l WHERE l.passed <> l.before OR l.after <> l.passed OR l.after * (l.amount_after - l.amount_before) <> 0)
SELECT x.line, m.currency, sum(x.amount)::bigint AS amount FROM moved m CROSS JOIN LATERAL (VALUES
  (CASE WHEN m.kind = 'debit_note' THEN 'debitNotes' ELSE 'newlyOverdue' END, m.passing * m.outstanding),
  ('dueDateChanges', m.moving * m.outstanding),
  ('corrections', m.correction)) AS x(line, amount)
WHERE x.amount <> 0 GROUP BY x.line, m.currency`;
