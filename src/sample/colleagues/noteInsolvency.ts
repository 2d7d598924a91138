import { todayOf } from '../../db/workspaceContext.ts';
import { recordCondition } from '../../useCases/conditions/recordCondition.ts';
import type { Doing } from './Doing.ts';

/** Records that an insolvency practitioner wrote, once: everything stops, and the manager is asked. False: it was recorded before. */
export async function noteInsolvency({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const key = `sample:colleague:insolvency:${debtorId}`;
  if ((await db.prisma.activity.count({ where: { workspaceId: workspace.id, key } })) > 0) return false;
  const given = {
    kind: 'insolvency' as const,
    since: todayOf(workspace, now),
    evidence: 'Letter of an insolvency practitioner: a voluntary arrangement is proposed.',
    reference: 'Practitioner’s reference 2231',
  };
  await recordCondition(db, { workspace, member, debtorId, given, key, now });
  return true;
}
