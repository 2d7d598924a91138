import { debtorFactsSql } from './debtorFactsSql.ts';
import { formerSql } from './formerSql.ts';
import { partiesThenSql } from './partiesThenSql.ts';

/** Whether a manager agreed after the instant to what stands under one of these ids. */
const agreedSince = (ids: string, actions: string) => `EXISTS (SELECT FROM audit u
      WHERE u.workspace_id = $1 AND u.subject_id IN (${ids}) AND u.at > instant.at AND u.action IN (${actions}))`;

/** Whether a reply of theirs among these activities, which was not taken back by one of them, confirms promise p. */
const confirms = (
  activities: string,
) => `EXISTS (SELECT FROM ${activities} c WHERE c.workspace_id = $1 AND c.debtor_id = p.debtor_id
      AND c.reverses_id IS NULL AND c.details->'confirmedPromises' ? p.id AND NOT EXISTS (SELECT FROM ${activities} r WHERE r.reverses_id = c.id))`;

/**
 * The same facts as they were known at a past instant ($3), which is of the workspace's zone then ($4): each table is seen with what was recorded by
 * then, in the state it was in; who owes and who is reached there as partiesThenSql says; a case has the policy that it had then; a step was withdrawn
 * when its prompt was closed; what an import says was done is known from that import on, until it is undone. $1 workspace, $2 debtor ids.
 */
export const debtorFactsThenSql = `
WITH instant AS (
  SELECT $3::timestamptz AS at, ($3::timestamptz AT TIME ZONE $4::text)::date AS day),
${partiesThenSql},
ledger_import AS (
  SELECT i.workspace_id, i.creditor_id, i.as_of, i.makes_known, 'applied' AS status FROM public.ledger_import i, instant
  WHERE i.workspace_id = $1 AND i.status IN ('applied', 'undone') AND i.applied_at <= instant.at
    AND (i.undone_at IS NULL OR i.undone_at > instant.at)),
allocation AS (
  SELECT a.* FROM public.allocation a, instant WHERE a.workspace_id = $1 AND a.recorded_at <= instant.at),
invoice AS (
  SELECT i.id, i.workspace_id, i.debtor_id, i.number, i.kind, i.issued_on, i.currency, i.recorded_at,
    coalesce(r.old_due_on, i.due_on) AS due_on, coalesce(r.old_amount, i.amount) AS amount,
    (coalesce(r.old_amount, i.amount)
      - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.invoice_id = i.id), 0)
      + coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_note_id = i.id), 0))::bigint AS outstanding,
    CASE WHEN i.missing_since <= instant.day THEN i.missing_since END AS missing_since
  FROM public.invoice i CROSS JOIN instant LEFT JOIN LATERAL (
    SELECT v.old_due_on, v.old_amount FROM invoice_revision v
    WHERE v.workspace_id = $1 AND v.invoice_id = i.id AND v.recorded_at > instant.at
    ORDER BY v.recorded_at, v.id LIMIT 1) r ON true
  WHERE i.workspace_id = $1 AND i.debtor_id = ANY($2::text[]) AND i.recorded_at <= instant.at),
payment AS (
  SELECT p.id, p.workspace_id, p.debtor_id, p.currency, p.origin, p.reverses_id, p.recorded_at,
    CASE WHEN p.meant_for_at <= instant.at THEN p.meant_for END AS meant_for,
    (p.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = p.id), 0))::bigint AS unapplied
  FROM public.payment p, instant WHERE p.workspace_id = $1 AND p.recorded_at <= instant.at),
dispute AS (
  SELECT y.* FROM public.dispute d CROSS JOIN instant
  CROSS JOIN ${formerSql('dispute', 'd.id', ['ended_on', 'outcome', 'conceded', 'ended_with_invoice', 'decided_on'])} f
  CROSS JOIN LATERAL jsonb_populate_record(d, f.fields) y
  WHERE d.workspace_id = $1 AND d.debtor_id = ANY($2::text[]) AND d.recorded_at <= instant.at),
hold AS (
  SELECT h.id, h.workspace_id, h.debtor_id, h.invoice_id, h.kind, h.from_on, y.until_on, y.ended_on, h.reason,
    CASE WHEN h.agreed AND ${agreedSince('h.id', "'hold_agreed'")} THEN false ELSE h.agreed END AS agreed
  FROM public.hold h CROSS JOIN instant CROSS JOIN ${formerSql('hold', 'h.id', ['until_on', 'ended_on'])} f
  CROSS JOIN LATERAL jsonb_populate_record(h, f.fields) y
  WHERE h.workspace_id = $1 AND h.debtor_id = ANY($2::text[]) AND h.recorded_at <= instant.at),
write_off AS (
  SELECT w.id, w.workspace_id, w.debtor_id, w.invoice_id,
    CASE WHEN w.ended_on IS NOT NULL AND w.ended_on <= instant.day THEN w.state
      WHEN w.decided_at <= instant.at AND w.state <> 'declined' THEN 'agreed' ELSE 'proposed' END AS state
  FROM public.write_off w, instant WHERE w.workspace_id = $1 AND w.recorded_at <= instant.at AND w.state <> 'left'),
debtor_condition AS (
  SELECT c.workspace_id, c.debtor_id, c.kind, c.since_on,
    CASE WHEN c.ended_at IS NULL OR c.ended_at <= instant.at THEN c.ended_on END AS ended_on
  FROM public.debtor_condition c, instant WHERE c.workspace_id = $1 AND c.recorded_at <= instant.at),
stage_step AS (
  SELECT s.id, s.workspace_id, s.debtor_id, s.case_id, s.stage, s.carrying_invoice_id, s.occurrence, s.stage_day, s.taken_on,
    s.taken_at, s.deadline_on, s.imported, CASE WHEN f.id IS NOT NULL THEN s.taken_on WHEN s.done_on <= instant.day THEN s.done_on END AS done_on,
    CASE WHEN f.id IS NOT NULL THEN 'done' WHEN s.state = 'done' AND s.done_on > instant.day THEN 'pending'
      WHEN s.state IN ('cancelled', 'failed') AND EXISTS (
        SELECT 1 FROM public.prompt p WHERE p.step_id = s.id AND p.closed_at > instant.at) THEN 'pending'
      ELSE s.state END AS state
  FROM public.stage_step s CROSS JOIN instant LEFT JOIN public.ledger_import f ON f.id = s.import_id
  WHERE s.workspace_id = $1 AND s.taken_at < instant.at
    AND (f.id IS NULL OR (f.applied_at <= instant.at AND (f.undone_at IS NULL OR f.undone_at > instant.at)))),
prompt AS (
  SELECT p.id, p.workspace_id, p.debtor_id, p.step_id, p.kind, p.opened_at,
    CASE WHEN p.closed_at > instant.at THEN 'open' ELSE p.state END AS state
  FROM public.prompt p, instant WHERE p.workspace_id = $1 AND p.opened_at < instant.at),
activity AS (
  SELECT a.* FROM public.activity a, instant WHERE a.workspace_id = $1 AND a.at < instant.at AND a.recorded_at < instant.at),
promise AS (
  SELECT p.id, p.debtor_id, p.workspace_id, p.currency, p.amount, p.made_on, p.promised_on, p.last_on, p.judge_on, y.state, y.ended_on, p.plan_id,
    CASE WHEN s.agreed THEN false ELSE p.agreed END AS agreed, CASE WHEN NOT s.agreed THEN p.agreed_on END AS agreed_on,
    (p.unconfirmed OR ${confirms('public.activity')}) AND NOT ${confirms('activity')} AS unconfirmed
  FROM public.promise p CROSS JOIN instant CROSS JOIN ${formerSql('promise', 'p.id', ['state', 'ended_on'])} f
  CROSS JOIN LATERAL jsonb_populate_record(p, f.fields) y
  CROSS JOIN LATERAL (SELECT coalesce(p.agreed, false) AND ${agreedSince('p.id, p.plan_id', "'promise_agreed', 'plan_agreed'")} AS agreed) s
  WHERE p.workspace_id = $1 AND p.debtor_id = ANY($2::text[]) AND p.recorded_at <= instant.at),
approval AS (
  SELECT a.id, a.workspace_id, a.debtor_id, a.notice_id, a.ended_at,
    CASE WHEN a.ended_at > instant.at THEN 'open' ELSE a.state END AS state
  FROM public.approval a, instant WHERE a.workspace_id = $1 AND a.requested_at < instant.at),
hand_off AS (
  SELECT h.id, h.workspace_id, h.debtor_id, h.to_name, h.handed_on,
    CASE WHEN h.recalled_on <= instant.day THEN h.recalled_on END AS recalled_on
  FROM public.hand_off h, instant WHERE h.workspace_id = $1 AND h.handed_at < instant.at),
credit_hold AS (
  SELECT h.id, h.workspace_id, h.debtor_id, h.step_id, h.invoice_id, h.set_on,
    CASE WHEN h.released_at <= instant.at THEN h.released_at END AS released_at
  FROM public.credit_hold h, instant WHERE h.workspace_id = $1 AND h.set_at < instant.at),
"case" AS (
  SELECT k.id, k.workspace_id, k.debtor_id, k.cycle, k.opened_on,
    CASE WHEN m.case_id IS NULL THEN k.policy_id ELSE m.from_policy_id END AS policy_id,
    CASE WHEN k.closed_on <= instant.day THEN k.closed_on END AS closed_on
  FROM public."case" k CROSS JOIN instant LEFT JOIN LATERAL (
    SELECT v.case_id, v.from_policy_id FROM public.case_move v
    WHERE v.case_id = k.id AND v.moved_at > instant.at ORDER BY v.moved_at, v.id LIMIT 1) m ON true
  WHERE k.workspace_id = $1 AND k.opened_on <= instant.day)
${debtorFactsSql}`;
