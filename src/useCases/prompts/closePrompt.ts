import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { endPrompt, promptOf } from '../../db/prompts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { updatePromptMessage } from './postPrompt.ts';
import { refreshMorningList, type StaleLists } from './refreshMorningList.ts';

export interface PromptEnd {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  /** its row, where the caller has read it under the debtor's lock */
  readonly prompt?: Prompt;
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
  const asked = end.prompt ?? (await promptOf(tx, workspace.id, promptId));
  if (!asked) return false;
  const member = (await lockMembers(tx, workspace.id, [asked.memberId])).get(asked.memberId);
  const { state, by, outcome } = end;
  const prompt = await endPrompt(tx, { workspaceId: workspace.id, promptId, state, by, outcome, now });
  if (!prompt) return false;
  await updatePromptMessage(tx, { workspace, promptId, prompt, now });
  await refreshMorningList(tx, { workspace, member, stale: end.stale, now });
  return true;
}
