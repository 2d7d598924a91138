import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';
import type { DigestDebtor } from './DigestDebtor.ts';
import { digestDebtorColumns, digestDebtorOf, digestDebtorRow } from './DigestDebtor.ts';

/** An open prompt as the digest lists it. */
export interface DigestPrompt extends DigestDebtor {
  readonly memberId: string;
  readonly memberName: string;
  readonly kind: string;
  readonly stage: string | undefined;
  /** asked of everybody it could go to, and answered by nobody */
  readonly stuck: boolean;
  /** asked later that day: an agreed call-back, or what was put off until then */
  readonly until: Date | undefined;
  readonly pastDue: readonly Money[];
  readonly oldestDueOn: Day | undefined;
  readonly brokenPromises: number;
}

const row = digestDebtorRow.extend({
  member_id: z.string(),
  member_name: z.string(),
  kind: z.string(),
  stage: z.string().nullable(),
  escalation: z.number(),
  snoozed_until: z.date().nullable(),
  totals: z.array(z.object({ currency: z.string(), amount: z.string() })),
  oldest_due_on: z.string().nullable(),
  broken: z.number(),
});

/** Everything asked and not answered yet, of all members; not what was put off, or agreed, for after the end of the day. */
export async function digestPrompts(
  tx: Queries,
  { workspaceId, today, dayEnds }: { workspaceId: string; today: Day; dayEnds: Date },
): Promise<DigestPrompt[]> {
  const rows = await tx.sql(row, promptsSql, [workspaceId, isoDay(today), dayEnds]);
  return rows.map((r) => ({
    ...digestDebtorOf(r),
    memberId: r.member_id,
    memberName: r.member_name,
    kind: r.kind,
    stage: r.stage ?? undefined,
    stuck: r.escalation >= 3,
    until: r.snoozed_until ?? undefined,
    pastDue: r.totals.map(({ currency, amount }) => ({ currency, amount: BigInt(amount) })),
    oldestDueOn: r.oldest_due_on ? dayOf(r.oldest_due_on) : undefined,
    brokenPromises: r.broken,
  }));
}

/** $1 workspace, $2 today, $3 its end */
const promptsSql = `
SELECT ${digestDebtorColumns}, m.id AS member_id, m.name AS member_name, p.kind, coalesce(s.stage, p.details->>'stage') AS stage, p.escalation, p.snoozed_until,
  late.totals, late.oldest::text AS oldest_due_on,
  (SELECT count(*)::int FROM promise b WHERE b.workspace_id = $1 AND b.debtor_id = d.id AND b.state = 'broken') AS broken
FROM prompt p JOIN debtor d ON d.id = p.debtor_id JOIN member m ON m.id = p.member_id
LEFT JOIN stage_step s ON s.id = p.step_id
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('currency', x.currency, 'amount', x.total::text) ORDER BY x.currency), '[]') AS totals,
    min(x.oldest) AS oldest
  FROM (SELECT currency, sum(outstanding) AS total, min(due_on) AS oldest FROM invoice
        WHERE workspace_id = $1 AND debtor_id = d.id AND outstanding > 0 AND due_on < $2::date GROUP BY currency) x
) late
WHERE p.workspace_id = $1 AND p.state = 'open' AND (p.snoozed_until IS NULL OR p.snoozed_until < $3::timestamptz)
ORDER BY p.opened_at, p.kind, stage, p.id`;
