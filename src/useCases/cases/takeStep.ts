import { dateOfDay, isoDay } from '../../core/day.ts';
import type { Decision, StepToTake } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { setCaseStage } from '../../db/caseStanding.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';
import { isPromptTime } from './nextReview.ts';
import { recordStep } from './recordStep.ts';
import type { Review } from './reviewDebtor.ts';
import { memberAsked } from './whoIsAsked.ts';

export interface StepTaking extends Review {
  readonly facts: DebtorFacts;
  readonly decision: Decision;
  readonly caseId: string;
}

export interface Taken {
  readonly stepId: string;
  readonly promptId: string | undefined;
}

/**
 * Takes the step that the decision names and asks the right person, if it is the hour for it and somebody has room.
 * The step's key in the database makes a second taking impossible. Returns undefined when nothing was taken.
 */
export async function takeStep(tx: Tx, taking: StepTaking): Promise<Taken | undefined> {
  const { workspace, debtorId, decision, caseId, facts, now } = taking;
  const take = decision.take;
  if (!take || !isPromptTime(workspace, now)) return undefined;
  const today = todayOf(workspace, now);
  const member = await memberAsked(tx, { workspace, debtor: facts.debtor, asks: take.asks, now });
  if (!member) {
    await tx.prisma.case.update({ where: { id: caseId }, data: { notReachedOn: dateOfDay(today) } });
    return undefined;
  }
  const stepId = await recordStep(tx, { ...taking, step: take });
  if (stepId === undefined) return undefined;
  await setCaseStage(tx, { workspaceId: workspace.id, caseId, stage: take.stage });
  const promptId = await openPrompt(tx, {
    workspace,
    debtorId,
    stepId,
    key: `step:${stepId}`,
    kind: promptKindOf(take),
    memberId: member.id,
    member,
    reasons: decision.reasons,
    details: {
      stage: take.stage,
      mode: take.mode,
      ...(take.callFrom !== undefined && { callFrom: isoDay(take.callFrom) }),
    },
    stale: taking.stale,
    now,
  });
  return { stepId, promptId };
}

function promptKindOf(take: StepToTake): PromptKind {
  // a team's own task is done when a member says so: nothing but the hand-off passes an account on
  if (take.mode === 'task') return take.stage === 'hand_off' ? 'hand_off' : 'task';
  if (take.mode === 'call') return 'call';
  if (take.needsApproval) return 'last_call';
  return take.oneClick ? 'reminder' : 'notice';
}
