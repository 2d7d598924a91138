import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';
import { hasMailableSql } from './hasMailableSql.ts';
import { onCreditHold } from './onCreditHold.ts';

export interface ListedPrompt {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly outcome: string | undefined;
  readonly stage: string | undefined;
  readonly debtorId: string;
  readonly debtorName: string;
  /** what the prompt is about, per currency, minor units */
  readonly totals: readonly { currency: string; amount: bigint }[];
  readonly oldestDueOn: Day | undefined;
  readonly brokenPromises: number;
  readonly onCreditHold: boolean;
  /** somebody can be written to */
  readonly hasEmail: boolean;
  readonly snoozedUntil: Date | undefined;
  readonly escalation: number;
  /** why it was asked, as sentences */
  readonly reasons: readonly string[];
}

const row = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  stage: z.string().nullable(),
  debtor_id: z.string(),
  debtor_name: z.string(),
  totals: z.array(z.object({ currency: z.string(), amount: z.string() })),
  oldest_due_on: z.string().nullable(),
  broken: z.number(),
  credit_hold: z.boolean(),
  has_email: z.boolean(),
  snoozed_until: z.string().nullable(),
  escalation: z.number(),
  reasons: z.array(z.string()),
});

/** Prompts that stand on a member's list that day: the open ones, and those answered since the day began. */
export async function listedPrompts(
  tx: Queries,
  options: { workspaceId: string; memberId: string; dayBegan: Date; today: Day },
): Promise<ListedPrompt[]> {
  const rows = await tx.sql(row, listedPromptsSql, [
    options.workspaceId,
    options.memberId,
    options.dayBegan,
    isoDay(options.today),
  ]);
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    state: r.state,
    outcome: r.outcome ?? undefined,
    stage: r.stage ?? undefined,
    debtorId: r.debtor_id,
    debtorName: r.debtor_name,
    totals: r.totals.map((t) => ({ currency: t.currency, amount: BigInt(t.amount) })),
    oldestDueOn: r.oldest_due_on ? dayOf(r.oldest_due_on) : undefined,
    brokenPromises: r.broken,
    onCreditHold: r.credit_hold,
    hasEmail: r.has_email,
    snoozedUntil: r.snoozed_until ? new Date(r.snoozed_until) : undefined,
    escalation: r.escalation,
    reasons: r.reasons,
  }));
}

/** $1 workspace, $2 member, $3 the instant the day began, $4 today */
const listedPromptsSql = `
SELECT p.id, p.kind, p.state, p.outcome, coalesce(s.stage, p.details->>'stage') AS stage, d.id AS debtor_id, d.name AS debtor_name, p.escalation,
  (SELECT coalesce(json_agg(r->>'sentence'), '[]') FROM jsonb_array_elements(coalesce(p.details->'reasons', '[]')) r) AS reasons,
  to_json(p.snoozed_until)#>>'{}' AS snoozed_until,
  about.totals, about.oldest_due_on::text AS oldest_due_on,
  (SELECT count(*)::int FROM promise b WHERE b.debtor_id = d.id AND b.state = 'broken') AS broken,
  ${onCreditHold} AS credit_hold,
  ${hasMailableSql('$4::date')} AS has_email
FROM prompt p
JOIN debtor d ON d.id = p.debtor_id
LEFT JOIN stage_step s ON s.id = p.step_id
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('currency', x.currency, 'amount', x.total::text) ORDER BY x.currency), '[]') AS totals,
         min(x.oldest) AS oldest_due_on
  FROM (SELECT i.currency, sum(i.outstanding) AS total, min(i.due_on) AS oldest FROM invoice i
        WHERE i.debtor_id = d.id AND i.workspace_id = $1 AND i.outstanding > 0
          AND (i.due_on < $4::date OR EXISTS (SELECT 1 FROM stage_step_invoice l WHERE l.step_id = p.step_id AND l.invoice_id = i.id))
        GROUP BY i.currency) x
) about
WHERE p.workspace_id = $1 AND p.member_id = $2
  AND (p.state = 'open' OR p.closed_at >= $3)
ORDER BY p.opened_at, p.id`;
