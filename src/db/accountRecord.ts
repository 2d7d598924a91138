import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';

/** What stands on an account beside the facts that decide: names, and what was done last. */
export interface AccountRecord {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly kind: string;
  readonly creditor: string;
  readonly severalCreditors: boolean;
  readonly owner: string | undefined;
  readonly ownerId: string | undefined;
  readonly deputy: string | undefined;
  readonly brokenPromises: number;
  /** the mark of a habitual late payer, with what was decided about the credit line */
  readonly lateHabit: RecordedHabit | undefined;
  /** proposals that stand */
  readonly writeOffs: readonly RecordedWriteOff[];
  /** what became of the last month-end statement, as a sentence, where it was not delivered and none was sent since */
  readonly undeliveredStatement: string | undefined;
  readonly legalHold: { readonly setOn: Day; readonly setBy: string; readonly reason: string } | undefined;
  /** the day on which its personal data were erased */
  readonly erasedOn: Day | undefined;
  /** since when contacts of the account and its group are known to be right, by their ids */
  readonly verified: ReadonlyMap<string, Day>;
  readonly activities: readonly RecordedActivity[];
  readonly prompts: readonly {
    readonly kind: string;
    readonly stage: string | undefined;
    readonly member: string;
  }[];
  readonly approvals: readonly {
    readonly kind: string;
    readonly state: string;
    readonly requestedAt: Date;
  }[];
}

export interface RecordedHabit {
  readonly sinceOn: Day;
  readonly why: string;
  readonly creditLine: 'reduced' | 'kept' | undefined;
  readonly decidedBy: string | undefined;
}

export interface RecordedWriteOff extends Money {
  readonly number: string;
  readonly agreed: boolean;
  readonly proposedBy: string;
  readonly reason: string;
}

export interface RecordedActivity {
  readonly at: Date;
  readonly kind: string;
  readonly direction: string;
  readonly outcome: string | undefined;
  readonly member: string | undefined;
  readonly contact: string | undefined;
  readonly notes: string | undefined;
}

const maybe = z.string().nullable();
const row = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  kind: z.string(),
  creditor: z.string(),
  several_creditors: z.boolean(),
  owner: maybe,
  owner_id: maybe,
  deputy: maybe,
  broken: z.number(),
  late_habit: z
    .object({
      since_on: z.string(),
      why: z.string(),
      credit_line: z.enum(['reduced', 'kept']).nullable(),
      decided_by: maybe,
    })
    .nullable(),
  write_offs: z.array(
    z.object({
      number: z.string(),
      amount: z.string(),
      currency: z.string(),
      agreed: z.boolean(),
      member: z.string(),
      reason: z.string(),
    }),
  ),
  undelivered_statement: maybe,
  legal_hold: z.object({ set_on: z.string(), set_by: z.string(), reason: z.string() }).nullable(),
  erased_on: maybe,
  verified: z.array(z.object({ id: z.string(), on: z.string() })),
  activities: z.array(
    z.object({
      at: z.string(),
      kind: z.string(),
      direction: z.string(),
      outcome: maybe,
      member: maybe,
      contact: maybe,
      notes: maybe,
    }),
  ),
  prompts: z.array(z.object({ kind: z.string(), stage: maybe, member: z.string() })),
  approvals: z.array(z.object({ kind: z.string(), state: z.string(), requested_at: z.string() })),
});

/** The record of one account with its last `activities` activities, newest first; undefined for another workspace's id. */
export async function accountRecord(
  tx: Queries,
  options: { workspaceId: string; debtorId: string; activities: number },
): Promise<AccountRecord | undefined> {
  const [found] = await tx.sql(row, recordSql, [options.workspaceId, options.debtorId, options.activities]);
  if (!found) return undefined;
  return {
    id: found.id,
    account: found.account,
    name: found.name,
    kind: found.kind,
    creditor: found.creditor,
    severalCreditors: found.several_creditors,
    owner: found.owner ?? undefined,
    ownerId: found.owner_id ?? undefined,
    deputy: found.deputy ?? undefined,
    brokenPromises: found.broken,
    lateHabit: found.late_habit
      ? {
          sinceOn: dayOf(found.late_habit.since_on),
          why: found.late_habit.why,
          creditLine: found.late_habit.credit_line ?? undefined,
          decidedBy: found.late_habit.decided_by ?? undefined,
        }
      : undefined,
    writeOffs: found.write_offs.map(({ amount, member, ...rest }) => ({
      ...rest,
      amount: BigInt(amount),
      proposedBy: member,
    })),
    undeliveredStatement: found.undelivered_statement ?? undefined,
    legalHold: found.legal_hold
      ? {
          setOn: dayOf(found.legal_hold.set_on),
          setBy: found.legal_hold.set_by,
          reason: found.legal_hold.reason,
        }
      : undefined,
    verified: new Map(found.verified.map(({ id, on }) => [id, dayOf(on)])),
    erasedOn: found.erased_on === null ? undefined : dayOf(found.erased_on),
    activities: found.activities.map((a) => ({
      at: new Date(a.at),
      kind: a.kind,
      direction: a.direction,
      outcome: a.outcome ?? undefined,
      member: a.member ?? undefined,
      contact: a.contact ?? undefined,
      notes: a.notes ?? undefined,
    })),
    prompts: found.prompts.map((p) => ({ ...p, stage: p.stage ?? undefined })),
    approvals: found.approvals.map((a) => ({
      kind: a.kind,
      state: a.state,
      requestedAt: new Date(a.requested_at),
    })),
  };
}

/** $1 workspace, $2 debtor, $3 activities */
const recordSql = `
SELECT d.id, d.account, d.name, d.kind, c.name AS creditor, o.name AS owner, d.owner_id,
  coalesce(dd.name, od.name) AS deputy,
  (SELECT count(*) > 1 FROM creditor x WHERE x.workspace_id = $1) AS several_creditors,
  (SELECT count(*)::int FROM promise p WHERE p.workspace_id = $1 AND p.debtor_id = d.id AND p.state = 'broken') AS broken,
  (SELECT json_build_object('since_on', h.since_on, 'why', h.why, 'credit_line', h.credit_line, 'decided_by', m.name)
    FROM late_habit h LEFT JOIN member m ON m.id = h.decided_by_id
    WHERE h.workspace_id = $1 AND h.debtor_id = d.id AND h.ended_on IS NULL) AS late_habit,
  (SELECT coalesce(json_agg(json_build_object('number', i.number, 'amount', w.amount::text, 'currency', w.currency,
      'agreed', w.state = 'agreed', 'member', m.name, 'reason', w.reason) ORDER BY i.due_on, i.number), '[]')
    FROM write_off w JOIN invoice i ON i.id = w.invoice_id JOIN member m ON m.id = w.member_id
    WHERE w.workspace_id = $1 AND w.debtor_id = d.id AND w.state IN ('proposed', 'agreed')) AS write_offs,
  (SELECT n.outcome FROM month_end e JOIN notice n ON n.id = e.notice_id
    WHERE e.workspace_id = $1 AND e.debtor_id = d.id AND n.state = 'failed'
      AND NOT EXISTS (SELECT FROM month_end later WHERE later.debtor_id = d.id AND later.month > e.month)
      AND NOT EXISTS (SELECT FROM activity a JOIN notice s ON s.id = a.notice_id AND s.kind = 'statement' AND s.state = 'sent'
        WHERE a.workspace_id = $1 AND a.debtor_id = d.id AND a.at > n.created_at)) AS undelivered_statement,
  (SELECT json_build_object('set_on', l.set_on, 'set_by', m.name, 'reason', l.reason) FROM legal_hold l JOIN member m ON m.id = l.set_by_id
    WHERE l.workspace_id = $1 AND l.debtor_id = d.id AND l.ended_on IS NULL) AS legal_hold,
  d.erased_at::date::text AS erased_on,
  (SELECT coalesce(json_agg(json_build_object('id', k.id, 'on', k.verified_on)), '[]') FROM debtor g JOIN contact k ON k.debtor_id = g.id
    WHERE g.workspace_id = $1 AND (g.id = d.id OR g.group_id = d.group_id) AND k.workspace_id = $1 AND k.verified_on IS NOT NULL) AS verified,
  (SELECT coalesce(json_agg(x ORDER BY x.at DESC, x.id DESC), '[]') FROM (
    SELECT a.id, a.at, a.kind, a.direction, a.outcome, m.name AS member, k.name AS contact, a.notes
    FROM activity a LEFT JOIN member m ON m.id = a.member_id LEFT JOIN contact k ON k.id = a.contact_id
    WHERE a.workspace_id = $1 AND a.debtor_id = d.id AND a.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)
    ORDER BY a.at DESC, a.id DESC LIMIT $3) x) AS activities,
  (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'stage', coalesce(s.stage, p.details->>'stage'), 'member', m.name) ORDER BY p.opened_at, p.id), '[]')
    FROM prompt p JOIN member m ON m.id = p.member_id LEFT JOIN stage_step s ON s.id = p.step_id
    WHERE p.workspace_id = $1 AND p.debtor_id = d.id AND p.state = 'open') AS prompts,
  (SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'state', a.state, 'requested_at', a.requested_at)
      ORDER BY a.requested_at), '[]')
    FROM approval a JOIN notice n ON n.id = a.notice_id
    WHERE a.workspace_id = $1 AND a.debtor_id = d.id AND a.state IN ('open', 'approved')) AS approvals
FROM debtor d
JOIN creditor c ON c.id = d.creditor_id
LEFT JOIN member o ON o.id = d.owner_id
LEFT JOIN member od ON od.id = o.deputy_id
LEFT JOIN member dd ON dd.id = d.deputy_id
WHERE d.workspace_id = $1 AND d.id = $2`;
