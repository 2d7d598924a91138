import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { queueMail } from './queueMail.ts';
import { storeNotice } from './storeNotice.ts';

/** Keeps a notice that needs no approval, word for word, and hands it to delivery, where everything is checked once more. */
export async function queueNotice(
  tx: Tx,
  queuing: {
    readonly workspaceId: string;
    readonly debtorId: string;
    readonly stepId: string | null;
    readonly built: BuiltNotice;
    /** a member's id, or `duly` */
    readonly actor: string;
    readonly now: Date;
  },
): Promise<Notice> {
  const { built, actor, now, ...stored } = queuing;
  const notice = await storeNotice(tx, { ...stored, state: 'queued', built, now });
  await queueMail(tx, { notice, built, now });
  await recordAudit(tx, {
    workspaceId: stored.workspaceId,
    at: now,
    actor,
    action: 'notice_queued',
    subjectKind: 'notice',
    subjectId: notice.id,
    after: { kind: notice.kind, stepId: stored.stepId, hash: notice.hash },
  });
  return notice;
}
