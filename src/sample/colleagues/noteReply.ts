import { logReply, type ReplyLogging } from '../../useCases/replies/logReply.ts';
import type { Doing } from './Doing.ts';

/** What a customer writes. */
export type Written = Pick<ReplyLogging, 'kind' | 'delayReason' | 'notes'>;

/** Notes an answer that came to a colleague's desk, once; false: it was noted before. */
export function noteReply(written: Written): (doing: Doing) => Promise<boolean> {
  return async ({ db, workspace, member, debtorId, now }) => {
    const key = `sample:colleague:reply:${debtorId}`;
    if ((await db.prisma.activity.count({ where: { workspaceId: workspace.id, key } })) > 0) return false;
    await logReply(db, { workspace, member, debtorId, key, now, ...written });
    return true;
  };
}
