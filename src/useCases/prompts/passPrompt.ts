import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whenAsked } from './memberHours.ts';
import { answerTime } from './openPrompt.ts';
import { relistPrompt } from './postPrompt.ts';
import { refreshMorningList, type StaleLists } from './refreshMorningList.ts';

export interface PromptPass {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  readonly fromMemberId: string;
  readonly toMemberId: string;
  /** what the prompt's escalation is afterwards; where it is left out somebody decided that it goes there, and whoever has it now is asked as the first */
  readonly escalation?: number;
  /** a word from the one who hands over */
  readonly note?: string;
  /** where given, a list that stands already is only noted there, for refreshStaleLists */
  readonly stale?: StaleLists;
  readonly now: Date;
}

/** Members who had a prompt before, in its details. */
export interface PromptHolders {
  /** who did not answer it, or could not, since it was last given to somebody, in order */
  readonly askedBefore?: string[];
  /** who had it before that, in order */
  readonly heldBefore?: string[];
}

/**
 * Gives an open prompt to another member, with a new time limit, at night in their morning, a call-back at its agreed time: it leaves the first one's list and its message says who
 * has it now. Returns false when the prompt is no longer open with the first member.
 */
export async function passPrompt(tx: Tx, pass: PromptPass): Promise<boolean> {
  const { workspace, promptId, fromMemberId, toMemberId, stale, now } = pass;
  const members = await lockMembers(tx, workspace.id, [fromMemberId, toMemberId]);
  const prompt = await tx.prisma.prompt.findFirst({
    where: { id: promptId, workspaceId: workspace.id, state: 'open', memberId: fromMemberId },
  });
  if (!prompt) return false;
  const to = members.get(toMemberId);
  const morning = whenAsked(workspace, to?.zone ?? workspace.zone, now);
  // the customer named that time, whoever calls
  const agreed = prompt.kind === 'call_back' ? prompt.snoozedUntil : null;
  const asked = agreed && agreed > morning ? agreed : morning;
  const { askedBefore = [], heldBefore = [], ...before } = prompt.details as PromptHolders & object;
  const hadIt = [...askedBefore, fromMemberId];
  const details = {
    ...before,
    ...(pass.escalation === undefined
      ? { heldBefore: [...heldBefore, ...hadIt] }
      : { askedBefore: hadIt, heldBefore }),
    ...(pass.note ? { note: pass.note } : {}),
  };
  await tx.prisma.prompt.update({
    where: { id: promptId },
    data: {
      memberId: toMemberId,
      givenAt: now,
      escalation: pass.escalation ?? 0,
      answerBy: answerTime(workspace, asked),
      snoozedUntil: asked > now ? asked : null,
      details,
    },
  });
  await refreshMorningList(tx, { workspace, member: members.get(fromMemberId), stale, now });
  await refreshMorningList(tx, { workspace, member: to, stale, now });
  await relistPrompt(tx, {
    workspace,
    promptId,
    now,
    went: `${to?.name ?? 'A colleague'} has it now.`,
    later: asked > now,
  });
  return true;
}
