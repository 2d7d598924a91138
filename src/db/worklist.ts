import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';
import { noOwnerSql } from './noOwnerSql.ts';
import { onCreditHold } from './onCreditHold.ts';

/** Which accounts a worklist holds; `over` is days late of the oldest item. */
export type WorklistFilter =
  | { readonly kind: 'overdue' | 'due' | 'promises' | 'broken' | 'disputes' | 'unassigned' | 'habitual' }
  | { readonly kind: 'over'; readonly days: number }
  /** owned by, or asked of, that member */
  | { readonly kind: 'member'; readonly memberId: string };

export interface AskedPrompt {
  readonly kind: string;
  readonly stage: string | undefined;
  /** put off, or agreed, for then */
  readonly until: Date | undefined;
}

export interface WorklistRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string | undefined;
  /** nobody who collects owns it */
  readonly unassigned: boolean;
  /** past due, per currency, minor units */
  readonly pastDue: readonly Money[];
  readonly oldestDueOn: Day | undefined;
  readonly brokenPromises: number;
  readonly onCreditHold: boolean;
  /** the next open promise: one that stands before one that a manager or whoever pays has still to agree to */
  readonly promise: (Money & { readonly on: Day }) | undefined;
  readonly openDisputes: number;
  /** a condition of theirs stops everything */
  readonly stopped: boolean;
  /** the agency or court that looks after it */
  readonly handedTo: string | undefined;
  /** what is asked about it at present, or next */
  readonly prompt: AskedPrompt | undefined;
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  owner: z.string().nullable(),
  unassigned: z.boolean(),
  past_due: z.array(z.object({ currency: z.string(), amount: z.string() })),
  oldest_due_on: z.string().nullable(),
  broken: z.number(),
  credit_hold: z.boolean(),
  promise: z.object({ currency: z.string(), amount: z.string(), on: z.string() }).nullable(),
  disputes: z.number(),
  stopped: z.boolean(),
  handed_to: z.string().nullable(),
  prompt: z
    .object({ kind: z.string(), stage: z.string().nullable(), until: z.string().nullable() })
    .nullable(),
});

/** The accounts of a worklist, unordered: their order is the trade's (`priority`). */
export async function worklist(
  tx: Queries,
  options: { workspaceId: string; filter: WorklistFilter; today: Day; dayEnds: Date },
): Promise<WorklistRow[]> {
  const { workspaceId, filter, today, dayEnds } = options;
  const [condition, param] = conditionOf(filter);
  const rows = await tx.sql(row, `${facts} WHERE d.workspace_id = $1 AND (${condition})`, [
    workspaceId,
    isoDay(today),
    param,
    dayEnds,
  ]);
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    account: r.account,
    owner: r.owner ?? undefined,
    unassigned: r.unassigned,
    pastDue: r.past_due.map(({ currency, amount }) => ({ currency, amount: BigInt(amount) })),
    oldestDueOn: r.oldest_due_on ? dayOf(r.oldest_due_on) : undefined,
    brokenPromises: r.broken,
    onCreditHold: r.credit_hold,
    promise: r.promise
      ? { currency: r.promise.currency, amount: BigInt(r.promise.amount), on: dayOf(r.promise.on) }
      : undefined,
    openDisputes: r.disputes,
    stopped: r.stopped,
    handedTo: r.handed_to ?? undefined,
    prompt: r.prompt
      ? {
          kind: r.prompt.kind,
          stage: r.prompt.stage ?? undefined,
          until: r.prompt.until ? new Date(r.prompt.until) : undefined,
        }
      : undefined,
  }));
}

/** $3 is the condition's own parameter, present in each so that its type is known */
function conditionOf(filter: WorklistFilter): [condition: string, param: string] {
  switch (filter.kind) {
    case 'overdue':
      return [`late.oldest IS NOT NULL AND $3 = ''`, ''];
    case 'due':
      return [`asked.is_today AND $3 = ''`, ''];
    case 'promises':
      return [`promised.promise IS NOT NULL AND $3 = ''`, ''];
    case 'broken':
      return [`late.oldest IS NOT NULL AND ${brokenAndDue} AND $3 = ''`, ''];
    case 'disputes':
      return [`disputed.n > 0 AND $3 = ''`, ''];
    case 'unassigned':
      return [`${noOwnerSql} AND late.oldest IS NOT NULL AND $3 = ''`, ''];
    case 'over':
      return ['$2::date - late.oldest > $3::int', String(filter.days)];
    case 'member':
      return [
        `(d.owner_id = $3 AND late.oldest IS NOT NULL) OR EXISTS (SELECT 1 FROM prompt p
          WHERE p.workspace_id = $1 AND p.debtor_id = d.id AND p.state = 'open' AND p.member_id = $3)`,
        filter.memberId,
      ];
    case 'habitual':
      return [`late.oldest IS NOT NULL AND ${habitual} AND $3 = ''`, ''];
  }
}

/**
 * A promise was broken, wholly or in part, and what it was for is still overdue; one that names no invoice is done with once
 * the case in which it was broken has closed.
 */
const brokenAndDue = `EXISTS (
  SELECT 1 FROM promise b WHERE b.workspace_id = $1 AND b.debtor_id = d.id AND b.state IN ('broken', 'partially_kept')
    AND CASE WHEN EXISTS (SELECT 1 FROM promise_invoice n WHERE n.promise_id = b.id)
      THEN EXISTS (SELECT 1 FROM promise_invoice n JOIN invoice i ON i.id = n.invoice_id
        WHERE n.promise_id = b.id AND i.outstanding > 0 AND i.due_on < $2::date)
      ELSE NOT EXISTS (SELECT 1 FROM "case" k WHERE k.debtor_id = d.id AND k.closed_on >= b.ended_on) END)`;

/** Marked by the last review of what they paid: see core/lateHabit.ts. */
const habitual = `EXISTS (
  SELECT 1 FROM late_habit h WHERE h.workspace_id = $1 AND h.debtor_id = d.id AND h.ended_on IS NULL)`;

/** $1 workspace, $2 today, $4 its end */
const facts = `
SELECT d.id, d.name, d.account, o.name AS owner, ${noOwnerSql} AS unassigned, late.past_due, late.oldest::text AS oldest_due_on, broken.n AS broken,
  ${onCreditHold} AS credit_hold,
  promised.promise, disputed.n AS disputes, asked.prompt,
  EXISTS (SELECT 1 FROM debtor_condition c WHERE c.workspace_id = $1 AND c.debtor_id = d.id AND c.since_on <= $2::date
    AND (c.ended_on IS NULL OR c.ended_on > $2::date)) AS stopped,
  (SELECT h.to_name FROM hand_off h WHERE h.workspace_id = $1 AND h.debtor_id = d.id AND h.recalled_on IS NULL
   ORDER BY h.handed_at DESC LIMIT 1) AS handed_to
FROM debtor d
LEFT JOIN member o ON o.id = d.owner_id
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('currency', x.currency, 'amount', x.total::text) ORDER BY x.currency), '[]')
           AS past_due, min(x.oldest) AS oldest
  FROM (SELECT currency, sum(outstanding) AS total, min(due_on) AS oldest FROM invoice
        WHERE workspace_id = $1 AND debtor_id = d.id AND outstanding > 0 AND due_on < $2::date GROUP BY currency) x
) late
CROSS JOIN LATERAL (
  SELECT count(*)::int AS n FROM promise WHERE workspace_id = $1 AND debtor_id = d.id AND state = 'broken'
) broken
LEFT JOIN LATERAL (
  SELECT json_build_object('currency', currency, 'amount', amount::text, 'on', promised_on) AS promise FROM promise
  WHERE workspace_id = $1 AND debtor_id = d.id AND state = 'open' ORDER BY unconfirmed OR agreed IS NOT DISTINCT FROM false, promised_on, id LIMIT 1
) promised ON true
CROSS JOIN LATERAL (
  SELECT count(*)::int AS n FROM dispute WHERE workspace_id = $1 AND debtor_id = d.id AND ended_on IS NULL
) disputed
LEFT JOIN LATERAL (
  SELECT json_build_object('kind', p.kind, 'stage', coalesce(s.stage, p.details->>'stage'),
      'until', p.snoozed_until) AS prompt,
    p.snoozed_until IS NULL OR p.snoozed_until < $4::timestamptz AS is_today
  FROM prompt p
  LEFT JOIN stage_step s ON s.id = p.step_id
  WHERE p.workspace_id = $1 AND p.debtor_id = d.id AND p.state = 'open'
  ORDER BY 2 DESC, p.opened_at, p.id LIMIT 1
) asked ON true
`;
