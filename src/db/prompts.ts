import { z } from 'zod';
import type { Prompt } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';
import { idRow } from './idRow.ts';

const promptRow: z.ZodType<Prompt> = z.object({
  id: z.string(),
  workspaceId: z.string(),
  debtorId: z.string(),
  stepId: z.string().nullable(),
  key: z.string(),
  kind: z.string(),
  memberId: z.string(),
  state: z.string(),
  escalation: z.number(),
  openedAt: z.date(),
  givenAt: z.date().nullable(),
  answerBy: z.date(),
  snoozedUntil: z.date().nullable(),
  snoozes: z.number(),
  closedAt: z.date().nullable(),
  closedBy: z.string().nullable(),
  outcome: z.string().nullable(),
  details: z.custom<Prompt['details']>(),
});

const COLUMNS = `id, workspace_id AS "workspaceId", debtor_id AS "debtorId", step_id AS "stepId", key, kind, member_id AS "memberId",
  state, escalation, opened_at AS "openedAt", given_at AS "givenAt", answer_by AS "answerBy", snoozed_until AS "snoozedUntil", snoozes,
  closed_at AS "closedAt", closed_by AS "closedBy", outcome, details`;

/** What is asked of a member when they are asked first. */
export type NewPromptRow = Pick<
  Prompt,
  | 'id'
  | 'workspaceId'
  | 'debtorId'
  | 'stepId'
  | 'key'
  | 'kind'
  | 'memberId'
  | 'openedAt'
  | 'answerBy'
  | 'snoozedUntil'
> & { readonly details: object };

/** Keeps an open prompt, and answers it; undefined where its key was asked before. */
export async function insertPrompt(tx: Tx, prompt: NewPromptRow): Promise<Prompt | undefined> {
  const [kept] = await tx.sql(
    promptRow,
    `INSERT INTO prompt (id, workspace_id, debtor_id, step_id, key, kind, member_id, opened_at, answer_by, snoozed_until, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9::timestamptz, $10::timestamptz, $11::jsonb)
     ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
    [
      ...[prompt.id, prompt.workspaceId, prompt.debtorId, prompt.stepId, prompt.key, prompt.kind],
      ...[prompt.memberId, prompt.openedAt, prompt.answerBy, prompt.snoozedUntil],
      JSON.stringify(prompt.details),
    ],
  );
  if (kept) tx.members?.given(kept.memberId);
  return kept;
}

/** The prompt with that id; undefined for one of another workspace. */
export async function promptOf(tx: Queries, workspaceId: string, id: string): Promise<Prompt | undefined> {
  const sql = `SELECT ${COLUMNS} FROM prompt WHERE workspace_id = $1 AND id = $2`;
  const [prompt] = await tx.sql(promptRow, sql, [workspaceId, id]);
  return prompt;
}

/** Locks the account that a prompt is about until the transaction ends, and answers the prompt as it is then. */
export async function promptWithDebtorLocked(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<Prompt | undefined> {
  const locked = await tx.sql(
    idRow,
    `SELECT d.id FROM prompt p JOIN debtor d ON d.id = p.debtor_id WHERE p.workspace_id = $1 AND p.id = $2 FOR UPDATE OF d`,
    [workspaceId, id],
  );
  return locked.length === 0 ? undefined : promptOf(tx, workspaceId, id);
}

/** Ends a prompt that is open, and answers it as it is then; undefined where it was not open any more. */
export async function endPrompt(
  tx: Tx,
  end: {
    readonly workspaceId: string;
    readonly promptId: string;
    readonly state: string;
    readonly by: string | undefined;
    readonly outcome: string;
    readonly now: Date;
  },
): Promise<Prompt | undefined> {
  const [prompt] = await tx.sql(
    promptRow,
    `UPDATE prompt SET state = $3, closed_at = $4::timestamptz, closed_by = $5, outcome = $6
     WHERE workspace_id = $1 AND id = $2 AND state = 'open' RETURNING ${COLUMNS}`,
    [end.workspaceId, end.promptId, end.state, end.now, end.by ?? null, end.outcome],
  );
  if (prompt) tx.members?.ended(prompt.memberId);
  return prompt;
}
