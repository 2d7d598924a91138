import { z } from 'zod';
import type { Tx } from './client.ts';

const sentRow = z.object({ approvalId: z.string().nullable(), prompts: z.array(z.string()) });

/**
 * Records that a notice went out, ends the request for approval that it went through, and has its step done on `doneOn`, with the
 * deadline that the notice names; without that day it goes by post too, and its step is not done before it is posted. A step that is
 * done, or was skipped, stays as it is. Answers that request, null for a notice that needed none, and the open prompts of these kinds
 * about its step; undefined where it was recorded before.
 */
export async function markNoticeSent(
  tx: Tx,
  sent: {
    readonly workspaceId: string;
    readonly noticeId: string;
    readonly messageId: string | undefined;
    readonly outcome: string;
    readonly doneOn: Date | undefined;
    readonly promptKinds: readonly string[];
    readonly now: Date;
  },
): Promise<z.output<typeof sentRow> | undefined> {
  const [marked] = await tx.sql(sentRow, sentSql, [
    ...[sent.workspaceId, sent.noticeId, sent.now, sent.messageId ?? null, sent.outcome],
    ...[sent.promptKinds, sent.doneOn ?? null],
  ]);
  return marked;
}

/** $1 workspace, $2 notice, $3 now, $4 message id, $5 outcome, $6 kinds of prompts, $7 the day on which its step is done */
const sentSql = `
WITH sent AS (
  UPDATE notice SET state = 'sent', sent_at = $3::timestamptz, message_id = $4, outcome = $5
  WHERE workspace_id = $1 AND id = $2 AND state <> 'sent' RETURNING step_id, deadline_on
), ended AS (
  UPDATE approval SET state = 'used', ended_at = $3::timestamptz, outcome = $5
  WHERE workspace_id = $1 AND notice_id = $2 AND EXISTS (SELECT FROM sent) RETURNING id
), taken AS (
  UPDATE stage_step s SET state = CASE WHEN $7::date IS NULL THEN 'pending' ELSE 'done' END,
    done_on = coalesce($7::date, s.done_on),
    deadline_on = CASE WHEN $7::date IS NULL THEN s.deadline_on ELSE sent.deadline_on END
  FROM sent WHERE s.workspace_id = $1 AND s.id = sent.step_id AND s.state IN ('pending', 'failed', 'cancelled')
)
SELECT (SELECT id FROM ended LIMIT 1) AS "approvalId", (
  SELECT coalesce(json_agg(p.id ORDER BY p.member_id), '[]') FROM prompt p
  WHERE p.workspace_id = $1 AND p.step_id = sent.step_id AND p.kind = ANY($6::text[]) AND p.state = 'open') AS prompts
FROM sent`;
