import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { insertNotice } from '../../db/notices.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';

/** Keeps a notice word for word as it was built: what was decided on, and what went out, stays on record. */
export async function storeNotice(
  tx: Tx,
  notice: {
    readonly workspaceId: string;
    readonly debtorId: string;
    /** none: a message beside the ladder */
    readonly stepId: string | null;
    readonly state: 'requested' | 'queued';
    readonly built: BuiltNotice;
    readonly now: Date;
  },
): Promise<Notice> {
  const { workspaceId, debtorId, stepId, state, built, now } = notice;
  const { data, rendered, recipient } = built;
  return insertNotice(tx, {
    id: newId(),
    workspaceId,
    debtorId,
    stepId,
    kind: built.stage,
    state,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    recipients: [{ contactId: recipient.id, name: recipient.name, email: recipient.email }],
    figures: built.figures,
    hash: built.hash,
    asAt: dateOfDay(data.asAt),
    deadlineOn: data.deadlineOn === undefined ? null : dateOfDay(data.deadlineOn),
    createdAt: now,
  });
}
