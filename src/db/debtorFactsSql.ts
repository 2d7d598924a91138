import { z } from 'zod';
import { ceaseNotices } from '../core/ceaseNotices.ts';
import { freshnessSql } from './freshnessSql.ts';
import { paidInvoicesSql } from './paidInvoicesSql.ts';
import { partPaymentSql } from './partPaymentSql.ts';
import { sharesSql } from './sharesSql.ts';
import { standsAsValidation } from './standingValidations.ts';
import { takenOffSql } from './takenOffSql.ts';

const text = z.string();
const maybe = z.string().nullable();

const activityRow = z.object({
  id: text,
  kind: z.enum(['call', 'email', 'text', 'letter', 'visit', 'reply', 'note']),
  direction: z.enum(['out', 'in']),
  outcome: maybe,
  right_party: z.boolean().nullable(),
  counted: z.boolean(),
  notice_kind: maybe,
  contact_id: maybe,
  step_id: maybe,
  at: text,
  requested: z.boolean().nullable(),
  delay_reason: maybe,
  mended: maybe,
  reason: maybe,
});

const contactRow = z.object({
  id: text,
  name: text,
  role: text,
  phone: maybe,
  mobile: maybe,
  email: maybe,
  is_mailbox: z.boolean(),
  do_not_contact: z.boolean(),
  refused_channels: z.array(text),
  dead_channels: z.array(text),
  has_left: z.boolean(),
});

/** a contact of another account of the group, with that account's name and place */
const sharedRow = contactRow.extend({ of: text, zone: maybe, country: maybe, region: maybe });

/** One debtor with all its facts, as JSON made by the database: one round trip for any number of debtors. */
export const factsRowSchema = z.object({
  id: text,
  kind: text,
  country: maybe,
  region: maybe,
  zone: maybe,
  owner_id: maybe,
  deputy_id: maybe,
  is_client: z.boolean(),
  validation_notice_on: z.string().nullable(),
  creditor_id: text,
  creditor_name: maybe,
  fresh_until: maybe,
  tags: z.array(text),
  invoices: z.array(
    z.object({
      id: text,
      number: text,
      issued_on: text,
      due_on: text,
      currency: text,
      amount: text,
      outstanding: text,
      part_paid_on: maybe,
      part_payment: z.object({ on: text, amount: text, known_at: text }).nullable(),
      missing_since: maybe,
    }),
  ),
  paid: z.array(z.object({ due_on: text, paid_on: text })),
  unapplied: z.array(z.object({ currency: text, amount: text, to_place: text, for_other: text })),
  promises: z.array(
    z.object({
      id: text,
      currency: text,
      amount: text,
      made_on: text,
      promised_on: text,
      last_on: text,
      judge_on: text,
      state: z.enum(['open', 'kept', 'partially_kept', 'broken', 'cancelled', 'superseded']),
      ended_on: maybe,
      agreed: z.boolean().nullable(),
      agreed_on: maybe,
      unconfirmed: z.boolean(),
      plan_id: maybe,
      in_writing: z.boolean(),
      invoices: z.array(z.object({ invoice_id: text, amount: text, in_full: z.boolean() })),
    }),
  ),
  disputes: z.array(
    z.object({
      id: text,
      invoice_id: text,
      amount: text,
      whole: z.boolean(),
      raised_on: text,
      ended_on: maybe,
      outcome: z.enum(['for_customer', 'for_us', 'in_part']).nullable(),
      ended_with_invoice: z.boolean(),
      conceded: maybe,
      taken_off: z.array(
        z.object({ id: text, kind: z.enum(['credit', 'ledger']), amount: text, known_at: maybe }),
      ),
      decided_on: maybe,
    }),
  ),
  holds: z.array(
    z.object({
      id: text,
      invoice_id: maybe,
      kind: z.enum(['hold', 'payment_seen', 'already_paid']),
      from_on: text,
      until_on: text,
      ended_on: maybe,
      reason: text,
      agreed: z.boolean().nullable(),
    }),
  ),
  write_offs: z.array(z.object({ invoice_id: text, agreed: z.boolean() })),
  conditions: z.array(
    z.object({
      kind: z.enum([
        'breathing_space',
        'vulnerability',
        'bereavement',
        'insolvency',
        'representation',
        'cease',
        'bank_details',
      ]),
      since_on: text,
      ended_on: maybe,
      noticed: z.array(z.object({ kind: z.enum(ceaseNotices), at: text })),
    }),
  ),
  steps: z.array(
    z.object({
      id: text,
      case_id: text,
      stage: text,
      carrying_invoice_id: text,
      occurrence: z.number(),
      stage_day: z.number(),
      taken_on: text,
      state: z.enum(['pending', 'done', 'failed', 'cancelled', 'skipped']),
      done_on: maybe,
      deadline_on: maybe,
      imported: z.boolean(),
      invoice_ids: z.array(text),
    }),
  ),
  prompts: z.array(z.object({ id: text, step_id: maybe, kind: text, opened_at: text })),
  activities: z.array(activityRow),
  elsewhere: z.array(activityRow),
  contacts: z.array(contactRow),
  shared: z.array(sharedRow),
  recalls: z.array(text),
  refusals: z.array(z.object({ stage: text, ended_at: text })),
  open_case: z.object({ id: text, cycle: z.number(), opened_on: text, policy_id: maybe }).nullable(),
  awaits_approval: z.boolean(),
  handed_off: z.object({ on: text, to_name: text }).nullable(),
  credit_hold: z
    .object({ id: text, set_on: text, invoice_id: text, number: text, invoice_ids: z.array(text) })
    .nullable(),
});

export type FactsRow = z.infer<typeof factsRowSchema>;

/** Whether promise p, or another instalment of its plan, was confirmed by a mail that went out, is about to, or perhaps went out. */
const inWritingSql = `EXISTS (SELECT 1 FROM notice n
        WHERE n.workspace_id = $1 AND n.debtor_id = p.debtor_id AND n.kind = 'promise_confirmation'
          AND n.state IN ('queued', 'unsure', 'sent') AND coalesce(n.sent_at, n.created_at) <= $3::timestamptz
          AND (n.figures->>'promiseId' = p.id OR n.figures->>'promiseId' IN (SELECT q.id FROM promise q WHERE q.plan_id = p.plan_id)))`;

/** Whether the day of promise p may not have passed with the open day after it. */
const isRecentSql = `p.promised_on >= $3::timestamptz::date - 31`;

/**
 * What went out after the wish to cease contact that condition c is, or perhaps did, of the notices that may go all the same. Its day is
 * that of some zone: one sent in the day before counts, too, rather than that it goes twice.
 */
const noticedSql = `SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'at', coalesce(n.sent_at, n.created_at))
      ORDER BY coalesce(n.sent_at, n.created_at), n.id), '[]')
    FROM notice n WHERE n.workspace_id = $1 AND n.debtor_id = c.debtor_id AND n.step_id IS NULL AND n.kind IN (${ceaseNotices.map((kind) => `'${kind}'`).join(', ')})
      AND n.state IN ('unsure', 'sent') AND coalesce(n.sent_at, n.created_at) <= $3::timestamptz
      AND coalesce(n.sent_at, n.created_at) >= c.since_on - interval '1 day'`;

/** activity a as the rows have it */
const activitiesJson = `coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'direction', a.direction, 'outcome', a.outcome,
      'right_party', a.right_party, 'counted', a.counted,
      'notice_kind', (SELECT n.kind FROM notice n WHERE n.id = a.notice_id), 'contact_id', a.contact_id, 'step_id', a.step_id, 'at', a.at,
      'requested', (a.details->>'requested')::boolean, 'delay_reason', a.details->>'delayReason', 'mended', a.details->>'mended',
      'reason', CASE WHEN a.outcome = 'limit_overridden' THEN a.notes END) ORDER BY a.at, a.id), '[]')`;

/** the fields of contact c as its row has them */
const contactJson = `'id', c.id, 'name', c.name, 'role', c.role, 'phone', c.phone, 'mobile', c.mobile,
      'email', c.email, 'is_mailbox', c.is_mailbox, 'do_not_contact', c.do_not_contact, 'refused_channels', c.refused_channels,
      'dead_channels', c.dead_channels, 'has_left', c.left_on IS NOT NULL`;

const factsOf = (debtors: string) => `
SELECT d.id, d.kind, d.country, d.region, d.zone, d.owner_id, d.deputy_id, d.tags,
  c.is_client, CASE WHEN c.is_client AND d.kind = 'individual' THEN (
    SELECT min(a.at)::date::text FROM activity a WHERE a.debtor_id = d.id AND ${standsAsValidation}) END AS validation_notice_on,
  d.creditor_id, ${freshnessSql} AS fresh_until,
  CASE WHEN (SELECT count(*) > 1 FROM creditor WHERE workspace_id = $1) THEN c.name END AS creditor_name,
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'issued_on', i.issued_on, 'due_on', i.due_on,
      'currency', i.currency, 'amount', i.amount::text, 'outstanding', i.outstanding::text, 'missing_since', i.missing_since,
      'part_paid_on', CASE WHEN i.outstanding <> i.amount THEN
        (SELECT max(a.effective_on) FROM allocation a WHERE a.invoice_id = i.id AND a.amount > 0) END,
      'part_payment', CASE WHEN i.outstanding > 0 AND i.outstanding <> i.amount THEN (${partPaymentSql}) END)
      ORDER BY i.due_on, i.number), '[]')
    FROM invoice i WHERE i.debtor_id = d.id AND i.workspace_id = $1 AND i.outstanding <> 0) AS invoices,
  (${paidInvoicesSql}) AS paid,
  (SELECT coalesce(json_agg(json_build_object('currency', u.currency, 'amount', u.total::text,
      'to_place', u.to_place::text, 'for_other', u.for_other::text)), '[]')
    FROM (SELECT p.currency, sum(p.unapplied) AS total,
            coalesce(sum(p.unapplied) FILTER (WHERE coalesce(o.meant_for, p.meant_for) IS NULL), 0) AS to_place,
            coalesce(sum(p.unapplied) FILTER (WHERE coalesce(o.meant_for, p.meant_for) = 'other'), 0) AS for_other
          FROM payment p LEFT JOIN payment o ON o.id = p.reverses_id
          WHERE p.debtor_id = d.id AND p.workspace_id = $1 AND p.unapplied <> 0 GROUP BY p.currency) u) AS unapplied,
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'currency', p.currency, 'amount', p.amount::text,
      'made_on', p.made_on, 'promised_on', p.promised_on, 'last_on', p.last_on, 'judge_on', p.judge_on, 'state', p.state,
      'ended_on', p.ended_on, 'agreed', p.agreed, 'agreed_on', p.agreed_on, 'unconfirmed', p.unconfirmed, 'plan_id', p.plan_id,
      'in_writing', (p.state = 'open' OR p.ended_on >= $3::timestamptz::date OR (p.state = 'superseded' AND ${isRecentSql})) AND (${inWritingSql}),
      'invoices', (SELECT coalesce(json_agg(json_build_object('invoice_id', x.invoice_id, 'amount', x.amount::text, 'in_full', x.in_full)), '[]')
                   FROM promise_invoice x WHERE x.promise_id = p.id)) ORDER BY p.promised_on, p.id), '[]')
    FROM promise p WHERE p.debtor_id = d.id AND p.workspace_id = $1) AS promises,
  (SELECT coalesce(json_agg(json_build_object('id', x.id, 'invoice_id', x.invoice_id, 'amount', x.amount::text, 'whole', x.whole,
      'raised_on', x.raised_on, 'ended_on', x.ended_on, 'outcome', x.outcome, 'decided_on', x.decided_on,
      'ended_with_invoice', x.ended_with_invoice,
      'conceded', x.conceded::text, 'taken_off', CASE WHEN x.conceded > 0 THEN (${takenOffSql}) ELSE '[]' END)), '[]')
    FROM dispute x WHERE x.debtor_id = d.id AND x.workspace_id = $1) AS disputes,
  (SELECT coalesce(json_agg(json_build_object('id', h.id, 'invoice_id', h.invoice_id, 'kind', h.kind, 'from_on', h.from_on,
      'until_on', h.until_on, 'ended_on', h.ended_on, 'reason', h.reason,
      'agreed', h.agreed)), '[]')
    FROM hold h WHERE h.debtor_id = d.id AND h.workspace_id = $1) AS holds,
  (SELECT coalesce(json_agg(json_build_object('invoice_id', w.invoice_id, 'agreed', w.state = 'agreed')), '[]')
    FROM write_off w WHERE w.debtor_id = d.id AND w.workspace_id = $1 AND w.state IN ('proposed', 'agreed')) AS write_offs,
  (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'since_on', c.since_on, 'ended_on', c.ended_on,
      'noticed', CASE WHEN c.kind = 'cease' THEN (${noticedSql}) ELSE '[]' END)), '[]')
    FROM debtor_condition c WHERE c.debtor_id = d.id AND c.workspace_id = $1) AS conditions,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'case_id', s.case_id, 'stage', s.stage,
      'carrying_invoice_id', s.carrying_invoice_id, 'occurrence', s.occurrence, 'stage_day', s.stage_day, 'taken_on', s.taken_on,
      'state', s.state, 'done_on', s.done_on, 'deadline_on', s.deadline_on, 'imported', s.imported,
      'invoice_ids', (SELECT coalesce(json_agg(si.invoice_id), '[]') FROM stage_step_invoice si WHERE si.step_id = s.id))
      ORDER BY s.taken_at, s.id), '[]')
    FROM stage_step s WHERE s.debtor_id = d.id AND s.workspace_id = $1 AND (s.state IN ('pending', 'failed') OR (
      SELECT bool_or(i.outstanding <> 0) FROM stage_step_invoice si JOIN invoice i ON i.id = si.invoice_id
      WHERE si.step_id = s.id))) AS steps,
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'step_id', p.step_id, 'kind', p.kind, 'opened_at', p.opened_at)), '[]')
    FROM prompt p WHERE p.debtor_id = d.id AND p.workspace_id = $1 AND p.state = 'open') AS prompts,
  (SELECT ${activitiesJson}
    FROM activity a WHERE a.debtor_id = d.id AND a.workspace_id = $1
      AND (a.at > $3::timestamptz - interval '100 days' OR a.direction = 'in' OR a.kind = 'reply')
      AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)) AS activities,
  (SELECT coalesce(json_agg(json_build_object(${contactJson}) ORDER BY c.position, c.id), '[]')
    FROM contact c WHERE c.debtor_id = d.id AND c.workspace_id = $1) AS contacts,
  CASE WHEN d.group_id IS NULL THEN '[]' ELSE (
    SELECT coalesce(json_agg(json_build_object(${contactJson}, 'of', m.name, 'zone', m.zone, 'country', m.country, 'region', m.region) ORDER BY m.name, m.id, c.position, c.id), '[]')
    FROM debtor m JOIN contact c ON c.debtor_id = m.id AND c.workspace_id = $1 WHERE ${sharesSql('$3::timestamptz::date')}) END AS shared,
  CASE WHEN d.group_id IS NULL THEN '[]' ELSE (
    SELECT ${activitiesJson}
    FROM debtor m JOIN activity a ON a.debtor_id = m.id AND a.workspace_id = $1
    WHERE m.workspace_id = $1 AND m.group_id = d.group_id AND m.id <> d.id AND a.contact_id IS NOT NULL AND a.kind = 'call'
      AND a.at > $3::timestamptz - interval '100 days'
      AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)) END AS elsewhere,
  (SELECT coalesce(json_agg(json_build_object('stage', n.kind, 'ended_at', a.ended_at)), '[]')
    FROM approval a JOIN notice n ON n.id = a.notice_id
    WHERE a.debtor_id = d.id AND a.workspace_id = $1 AND a.state IN ('declined', 'expired')
      AND a.ended_at > $3::timestamptz - interval '100 days') AS refusals,
  (SELECT coalesce(json_agg(h.recalled_on), '[]') FROM hand_off h
    WHERE h.debtor_id = d.id AND h.workspace_id = $1 AND h.recalled_on IS NOT NULL) AS recalls,
  (SELECT json_build_object('on', h.handed_on, 'to_name', h.to_name) FROM hand_off h
    WHERE h.debtor_id = d.id AND h.workspace_id = $1 AND h.recalled_on IS NULL) AS handed_off,
  (SELECT json_build_object('id', h.id, 'set_on', h.set_on, 'invoice_id', h.invoice_id, 'number', i.number,
      'invoice_ids', (SELECT coalesce(json_agg(si.invoice_id), '[]') FROM stage_step_invoice si WHERE si.step_id = h.step_id))
    FROM credit_hold h JOIN invoice i ON i.id = h.invoice_id
    WHERE h.debtor_id = d.id AND h.workspace_id = $1 AND h.released_at IS NULL) AS credit_hold,
  (SELECT json_build_object('id', k.id, 'cycle', k.cycle, 'opened_on', k.opened_on, 'policy_id', k.policy_id)
    FROM "case" k WHERE k.debtor_id = d.id AND k.workspace_id = $1 AND k.closed_on IS NULL) AS open_case,
  EXISTS (SELECT 1 FROM approval a WHERE a.debtor_id = d.id AND a.workspace_id = $1 AND a.state IN ('open', 'approved')) AS awaits_approval
FROM debtor d JOIN creditor c ON c.id = d.creditor_id
WHERE d.workspace_id = $1 AND d.id ${debtors}`;

/** $1 workspace, $2 debtor ids, $3 now */
export const debtorFactsSql = factsOf('= ANY($2::text[])');

/**
 * The same of one debtor, $2: for a list PostgreSQL makes a new plan each time, since it does not know how long the next one is, and that
 * takes four times as long as running it.
 */
export const oneDebtorsFactsSql = factsOf('= $2');
