import { logReply } from '../../useCases/replies/logReply.ts';
import type { Doing } from './Doing.ts';

/** Notes an answer that came to the wrong desk, once; false: it was noted before. */
export async function noteReply({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const key = `sample:colleague:reply:${debtorId}`;
  if ((await db.prisma.activity.count({ where: { workspaceId: workspace.id, key } })) > 0) return false;
  const notes = '“Please see our letter of last week.” Their letter is not here.';
  await logReply(db, { workspace, member, debtorId, kind: 'other', notes, key, now });
  return true;
}
