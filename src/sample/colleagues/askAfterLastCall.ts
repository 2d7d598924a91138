import { logCall } from '../../useCases/calls/logCall.ts';
import { proposeNotice } from '../../useCases/notices/proposeNotice.ts';
import type { Doing } from './Doing.ts';

/**
 * Makes the last call, reaches nobody, and asks for approval of the final notice. Only where the last call still waits for
 * this member and nobody has asked before; false: left alone.
 */
export async function askAfterLastCall(doing: Doing): Promise<boolean> {
  const { db, workspace, member, debtorId, now } = doing;
  const own = { workspaceId: workspace.id, debtorId };
  if ((await db.prisma.approval.count({ where: own })) > 0) return false;
  const prompt = await db.prisma.prompt.findFirst({
    where: { ...own, kind: 'last_call', state: 'open', memberId: member.id },
  });
  if (!prompt) return false;
  await logCall(db, {
    workspace,
    member,
    call: { debtorId, direction: 'out', outcome: 'left_message', at: now },
    key: `sample:colleague:${prompt.id}`,
    now,
  });
  await proposeNotice(db, { workspace, promptId: prompt.id, member, now });
  return true;
}
