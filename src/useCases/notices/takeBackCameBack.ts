import { dateOfDay, dayOf } from '../../core/day.ts';
import { writeMailedAgain } from '../../db/activities.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { noteStatement } from '../monthEnds/noteStatement.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { correctPrompt } from './correctPrompt.ts';
import { hasFollowed } from './hasFollowed.ts';
import type { CameBack } from './recordCameBack.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/**
 * That a mail came back is undone: it was sent, its step is done (also where that was withdrawn since, with nothing left to send), and nobody is asked
 * to send it again. Where it was sent again meanwhile, or another step has followed, nothing changes.
 * The caller holds the debtor's lock.
 */
export async function takeBackCameBack(
  tx: Tx,
  { workspace, cameBack, now }: { workspace: WorkspaceContext; cameBack: CameBack; now: Date },
): Promise<void> {
  const { noticeId, outcome, step } = cameBack;
  const workspaceId = workspace.id;
  if (step) {
    const own = { workspaceId, id: step.id, state: { in: ['failed', 'cancelled'] } };
    const failed = await tx.prisma.stageStep.findFirst({ where: own });
    if (!failed || (await hasFollowed(tx, failed))) return;
    const day = (iso: string | null) => iso && dateOfDay(dayOf(iso));
    await tx.prisma.stageStep.update({
      where: { id: step.id },
      data: { state: 'done', doneOn: day(step.doneOn), deadlineOn: day(step.deadlineOn) },
    });
  }
  const notice = await tx.prisma.notice.update({
    where: { id: noticeId },
    data: { state: 'sent', outcome },
  });
  if (notice.kind === 'statement') await noteStatement(tx, { notice, now });
  await writeMailedAgain(tx, { workspaceId, id: noticeId, now });
  const said = outcome ?? 'It was sent.';
  const asked = await tx.prisma.prompt.findMany({
    where: { workspaceId, state: 'open', details: { path: ['noticeId'], equals: noticeId } },
    orderBy: { id: 'asc' },
  });
  for (const { id: promptId } of asked)
    await closePrompt(tx, { workspace, promptId, state: step ? 'cancelled' : 'done', outcome: said, now });
  const approval = await tx.prisma.approval.findFirst({ where: { workspaceId, noticeId } });
  if (!approval) {
    if (step) await correctPrompt(tx, { workspace, stepId: step.id, state: 'done', outcome: said, now });
    return;
  }
  await tx.prisma.approval.update({ where: { id: approval.id }, data: { outcome: said } });
  await showApproval(tx, { workspace, approvalId: approval.id, now });
  const text = 'That the mail came back was a mistake: it was sent, and stands.';
  await tellThread(tx, { workspace, approvalId: approval.id, what: `sent:${now.toISOString()}`, text, now });
}
