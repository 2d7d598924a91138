import { type OutboxPayload, type OutboxSubject, outboxPayload } from './OutboxItem.ts';
import type { OutboxRow } from './OutboxRow.ts';

/** An outbox row as use cases see it. */
export interface OutboxItem {
  readonly id: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly lane: string;
  readonly messageKey?: string;
  readonly payload: OutboxPayload;
  readonly check?: OutboxSubject;
  readonly about?: OutboxSubject;
}

/** Throws ZodError for a payload that no version of Duly wrote. */
export function outboxItemOf(row: OutboxRow): OutboxItem {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    key: row.key,
    lane: row.lane,
    payload: outboxPayload.parse(row.payload),
    ...(row.messageKey === null ? {} : { messageKey: row.messageKey }),
    ...(row.check ? { check: row.check } : {}),
    ...(row.about ? { about: row.about } : {}),
  };
}
