import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { updatePromptMessage } from './postPrompt.ts';
import { refreshMorningList, type StaleLists } from './refreshMorningList.ts';

export interface PromptEnd {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  /** done: answered by a person; overtaken: the facts made it needless; cancelled: taken back */
  readonly state: 'done' | 'overtaken' | 'cancelled';
  /** member id; absent when Duly closed it */
  readonly by?: string;
  /** a sentence for the message, e.g. "Paid this morning: nothing to do." */
  readonly outcome: string;
  /** collects whose list is left to be drawn by the caller; default: it is drawn here */
  readonly stale?: StaleLists | undefined;
  readonly now: Date;
}

/**
 * Ends an open prompt and shows how, in its message and on the morning list. Returns false when it was closed already:
 * somebody else was faster, which is harmless.
 */
export async function closePrompt(tx: Tx, end: PromptEnd): Promise<boolean> {
  const { workspace, promptId, now } = end;
  const prompt = await tx.prisma.prompt.findFirst({ where: { id: promptId, workspaceId: workspace.id } });
  if (!prompt) return false;
  await lockMembers(tx, workspace.id, [prompt.memberId]);
  const { count } = await tx.prisma.prompt.updateMany({
    where: { id: promptId, workspaceId: workspace.id, state: 'open' },
    data: { state: end.state, closedAt: now, closedBy: end.by ?? null, outcome: end.outcome },
  });
  if (count === 0) return false;
  await updatePromptMessage(tx, { workspace, promptId, now });
  await refreshMorningList(tx, { workspace, memberId: prompt.memberId, stale: end.stale, now });
  return true;
}
