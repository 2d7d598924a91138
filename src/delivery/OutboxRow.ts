import { z } from 'zod';
import { outboxSubject } from './OutboxItem.ts';
import { standingRow } from './Standing.ts';

/** How far sending has come; kept in the row so that another process can go on from there. */
const progress = z.object({
  /** an attempt was started whose outcome is not known */
  trying: z.boolean().optional(),
  /** posted a second time with a word that it may be a repeat */
  repeated: z.boolean().optional(),
  /** a file that was uploaded and not yet shared */
  file: z.object({ id: z.string(), permalink: z.string().optional() }).optional(),
  /** where the message stands */
  channel: z.string().optional(),
  ts: z.string().optional(),
});
export type Progress = z.infer<typeof progress>;

/** A row of the outbox that was claimed. */
export const outboxRow = z.object({
  id: z.string(),
  workspaceId: z.string(),
  key: z.string(),
  lane: z.string(),
  messageKey: z.string().nullable(),
  payload: z.unknown(),
  check: outboxSubject.nullable(),
  about: outboxSubject.nullable(),
  attempts: z.number(),
  progress: progress.nullable(),
  /** Clock time of the first claim */
  claimedAt: z.coerce.date(),
});
export type OutboxRow = z.infer<typeof outboxRow>;

/** A row as it is claimed, and how things stood where it goes. */
export const claimedRow = outboxRow.extend(standingRow.shape);
export type ClaimedRow = z.infer<typeof claimedRow>;

/** The columns of `outboxRow`, for a RETURNING clause on `outbox o`. */
export const OUTBOX_ROW_COLUMNS = `o.id, o.workspace_id AS "workspaceId", o.key, o.lane, o.message_key AS "messageKey",
  o.payload, o.recheck AS "check", o.about, o.attempts, o.result AS progress, o.claimed_at AS "claimedAt"`;
