import { DulyError } from '../../core/DulyError.ts';
import { type Act, may, whoMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import { mayEndCondition } from '../conditions/endCondition.ts';
import { absenceOf } from '../members/absence.ts';
import { openPromptFor } from './openPromptFor.ts';
import { passPrompt } from './passPrompt.ts';
import { answerAct } from './promptKinds.ts';
import { rememberOnPrompt } from './rememberOnPrompt.ts';
import { requireMayMove } from './requireMayMove.ts';

/**
 * Gives a prompt to a colleague who may answer it, with a new time limit and as the first who is asked; a word stays with the prompt wherever it goes from there. Throws DulyError for
 * somebody who may not do it, who left, or who is away: it would go on to somebody else at once.
 */
export async function handOverPrompt(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    promptId: string;
    toSlackUserId: string;
    note: string;
    /** the same submission delivered twice hands it over once */
    key: string;
    now: Date;
  },
): Promise<string> {
  const { workspace, member, promptId, toSlackUserId, note, key, now } = options;
  return db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId);
    requireMayMove(member, prompt.kind);
    const to = await tx.prisma.member.findFirst({
      where: { workspaceId: workspace.id, slackUserId: toSlackUserId, leftAt: null },
    });
    const act = await actFor(tx, prompt);
    if (!to || !may(to.role, act)) {
      throw new DulyError(
        'hand_over_to',
        `to ${toSlackUserId}`,
        `Only ${whoMay(act)} can take it over: choose one of them.`,
      );
    }
    if ((prompt.details as { handedOver?: string }).handedOver === key) return `${to.name} has it now.`;
    if (to.id === prompt.memberId) {
      throw new DulyError(
        'hand_over_same',
        'to the same member',
        `${to.name} has it already: choose somebody else.`,
      );
    }
    const away = absenceOf(to, todayOf(workspace, now), member.locale);
    if (away) {
      throw new DulyError('hand_over_away', `${to.id} is away`, `${away}: choose somebody who is there.`);
    }
    await lockMembers(tx, workspace.id, [prompt.memberId, to.id]);
    const words = note.trim()
      ? `${member.name} hands this over: ${note.trim()}`
      : `${member.name} hands this over.`;
    const { handed = [] } = prompt.details as { handed?: string[] };
    await rememberOnPrompt(tx, {
      ...{ workspaceId: workspace.id, promptId },
      details: { handedOver: key, ...(note.trim() && { handed: [...handed, words] }) },
    });
    await passPrompt(tx, {
      workspace,
      promptId,
      fromMemberId: prompt.memberId,
      toMemberId: to.id,
      note: words,
      now,
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'prompt_handed_over',
      subjectKind: 'prompt',
      subjectId: promptId,
      before: { memberId: prompt.memberId },
      after: { memberId: to.id },
    });
    return `${to.name} has it now.`;
  });
}

/** What whoever takes it over must be allowed to do: finance decides about other bank details, and about no other stop. */
async function actFor(tx: Tx, { workspaceId, kind, details }: Prompt): Promise<Act> {
  const { conditionId } = details as { conditionId?: string };
  if (kind !== 'decide_condition' || conditionId === undefined) return answerAct(kind);
  const condition = await tx.prisma.debtorCondition.findFirst({ where: { id: conditionId, workspaceId } });
  return mayEndCondition(condition?.kind ?? '');
}
