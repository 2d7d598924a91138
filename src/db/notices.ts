import { z } from 'zod';
import { dateOfDay, dayOf } from '../core/day.ts';
import type { Policy } from '../core/policy.ts';
import type { Notice } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';
import { idRow } from './idRow.ts';
import { stepPolicy, stepPolicyRow, stepPolicySql } from './policies.ts';
import { contextOf, WORKSPACE_SETTINGS, type WorkspaceContext, workspaceRow } from './workspaceContext.ts';

const day = z.string().transform((iso) => dateOfDay(dayOf(iso)));

const noticeColumns = {
  id: z.string(),
  workspaceId: z.string(),
  debtorId: z.string(),
  stepId: z.string().nullable(),
  kind: z.string(),
  state: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  recipients: z.custom<Notice['recipients']>(),
  figures: z.custom<Notice['figures']>(),
  hash: z.string(),
  asAt: day,
  deadlineOn: day.nullable(),
  messageId: z.string().nullable(),
  sentAt: z.date().nullable(),
  outcome: z.string().nullable(),
  createdAt: z.date(),
};

const placedRow = z.object({ ...noticeColumns, ...workspaceRow.omit({ id: true }).shape });

const COLUMNS = `n.id, n.workspace_id AS "workspaceId", n.debtor_id AS "debtorId", n.step_id AS "stepId", n.kind, n.state, n.subject,
  n.text, n.html, n.recipients, n.figures, n.hash, n.as_at AS "asAt", n.deadline_on AS "deadlineOn", n.message_id AS "messageId",
  n.sent_at AS "sentAt", n.outcome, n.created_at AS "createdAt"`;

/** A notice as it is kept first: nothing has been sent. */
export type NewNotice = Omit<Notice, 'messageId' | 'sentAt' | 'outcome'>;

/** Keeps a notice, and answers it as it stands then. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<Notice> {
  await tx.execute(
    `INSERT INTO notice (id, workspace_id, debtor_id, step_id, kind, state, subject, text, html, recipients, figures, hash, as_at,
       deadline_on, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12, $13::date, $14::date, $15::timestamptz)`,
    [
      ...[notice.id, notice.workspaceId, notice.debtorId, notice.stepId, notice.kind, notice.state],
      ...[notice.subject, notice.text, notice.html],
      ...[JSON.stringify(notice.recipients), JSON.stringify(notice.figures), notice.hash],
      ...[notice.asAt, notice.deadlineOn, notice.createdAt],
    ],
  );
  return { ...notice, messageId: null, sentAt: null, outcome: null };
}

/** A notice with the workspace that it is of, read in one question. */
export interface PlacedNotice<N extends Notice = Notice> {
  readonly notice: N;
  readonly workspace: WorkspaceContext;
}

const lockedRow = placedRow.extend({ goesBy: stepPolicyRow.nullable() });

/**
 * Locks the accounts that a notice is about until the transaction ends, in the order in which everybody does, and answers it as it is
 * then, with the policy that its step goes by. Throws when the workspace has no such notice.
 */
export async function noticeWithDebtorsLocked(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<PlacedNotice & { readonly policy: Policy | undefined }> {
  await tx.sql(
    idRow,
    `SELECT d.id FROM debtor d WHERE d.workspace_id = $1 AND d.id IN (
       SELECT jsonb_array_elements_text(coalesce(n.figures->'accounts', jsonb_build_array(n.debtor_id)))
       FROM notice n WHERE n.workspace_id = $1 AND n.id = $2)
     ORDER BY d.id FOR UPDATE OF d`,
    [workspaceId, id],
  );
  const [found] = await tx.sql(
    lockedRow,
    `SELECT ${COLUMNS}, ${WORKSPACE_SETTINGS}, (${stepPolicySql} n.step_id) AS "goesBy"
     FROM notice n JOIN workspace w ON w.id = n.workspace_id WHERE n.workspace_id = $1 AND n.id = $2`,
    [workspaceId, id],
  );
  if (!found) throw new Error(`no notice ${id} in workspace ${workspaceId}`);
  const policy = found.goesBy ? stepPolicy(found.goesBy) : undefined;
  return { notice: found, workspace: contextOf({ ...found, id: workspaceId }), policy };
}

const approvedRow = placedRow.extend({
  approval: z
    .object({ state: z.string(), hash: z.string(), usableUntil: z.string().transform(dayOf) })
    .nullable(),
});

/** A notice with the request for approval that it went through, `usableUntil` the last day on which that may be used; null for one that needs none. */
export type ApprovedNotice = Notice & Pick<z.output<typeof approvedRow>, 'approval'>;

/** The notice with that id, and its request for approval; undefined for one of another workspace. */
export async function noticeWithApproval(
  tx: Queries,
  workspaceId: string,
  id: string,
): Promise<PlacedNotice<ApprovedNotice> | undefined> {
  const [found] = await tx.sql(
    approvedRow,
    `SELECT ${COLUMNS}, ${WORKSPACE_SETTINGS}, (
       SELECT json_build_object('state', a.state, 'hash', a.hash, 'usableUntil', a.usable_until)
       FROM approval a WHERE a.workspace_id = $1 AND a.notice_id = n.id LIMIT 1) AS approval
     FROM notice n JOIN workspace w ON w.id = n.workspace_id WHERE n.workspace_id = $1 AND n.id = $2`,
    [workspaceId, id],
  );
  return found && { notice: found, workspace: contextOf({ ...found, id: workspaceId }) };
}
