import { dateOfDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { policyOf } from '../../db/policies.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { nextAttempt } from '../prompts/nextAttempt.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';
import { callKinds } from '../prompts/promptKinds.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { snoozeUntil } from '../prompts/snoozeUntil.ts';
import { wasAskedBefore } from '../prompts/wasAskedBefore.ts';
import { whenShown } from '../prompts/whenShown.ts';
import { conversations } from './CallLog.ts';
import { callOutcomeWords } from './callOutcomeWords.ts';
import type { CallLogging } from './logCall.ts';
import { whenSentence } from './whenSentence.ts';

type Answering = CallLogging & { readonly activityId: string; readonly contactId: string | undefined };

/**
 * What a call does to the prompts that asked for one: a talk with the right person answers them; an attempt plans the next one
 * for another time of day, after a wrong number the next one is for another person, at once. What was asked for after
 * the call was made, and what else has to follow (a reminder to send, an approval to ask for) stays. Returns sentences that say when the next attempt is.
 */
export async function answerCallPrompts(tx: Tx, answering: Answering): Promise<string[]> {
  const { workspace, member, call, activityId, now } = answering;
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId: call.debtorId, state: 'open' },
    orderBy: { id: 'asc' },
  });
  const asking = open
    // a last call is answered by what follows it
    .filter(({ kind }) => kind !== 'last_call' && callKinds.some((call) => call === kind))
    .filter((prompt) => wasAskedBefore(prompt, call))
    // the call-back that this very call has planned
    .filter(({ key }) => key !== `call_back:${activityId}`);
  const talked = conversations.has(call.outcome) && call.rightParty !== false;
  let next: Date | undefined;
  for (const prompt of asking) {
    const turn = await isCallTurn(tx, answering, prompt);
    if (turn) await finishTurn(tx, answering, prompt);
    if (talked || turn) {
      const outcome = `${member.name}: ${callOutcomeWords(call.outcome)}.`;
      const answer = { answeredBy: activityId, ...(turn ? { finishedStep: true } : {}) };
      await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId: prompt.id, details: answer });
      await closePrompt(tx, { workspace, promptId: prompt.id, state: 'done', by: member.id, outcome, now });
    } else if (call.outcome === 'wrong_number' || isAgreedTime(prompt, now)) {
      await updatePromptMessage(tx, { workspace, promptId: prompt.id, now });
    } else {
      next ??= await planNext(tx, answering);
      const details = { putOffBy: activityId };
      await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId: prompt.id, details });
      await snoozeUntil(tx, { workspace, promptId: prompt.id, until: next, byMember: false, now });
    }
  }
  for (const prompt of open.filter(({ kind }) => kind === 'last_call' || kind === 'reminder'))
    await updatePromptMessage(tx, { workspace, promptId: prompt.id, now });
  return next ? [`The next attempt is planned for ${whenSentence(next, member)}.`] : [];
}

/** The customer named the time of a call-back: an attempt before it does not move it. */
function isAgreedTime({ kind, snoozedUntil }: Prompt, now: Date): boolean {
  return kind === 'call_back' && snoozedUntil !== null && snoozedUntil > now;
}

async function planNext(tx: Tx, answering: Answering): Promise<Date> {
  const { workspace, call, contactId, now } = answering;
  const facts = await factsOf(tx, answering);
  // a call of some days ago that is logged now is not followed up in the past
  const triedAt = call.at;
  return whenShown(workspace, nextAttempt({ workspace, facts, contactId, triedAt, now }));
}

/** A call between two notices is done by having called: it is not the contact that a gate waits for. */
async function isCallTurn(tx: Tx, answering: Answering, prompt: Prompt): Promise<boolean> {
  if (!prompt.stepId || prompt.kind !== 'call') return false;
  const step = await tx.prisma.stageStep.findUniqueOrThrow({ where: { id: prompt.stepId } });
  const { policy } = await policyOf(tx, answering.workspace, await factsOf(tx, answering));
  return policy.rungs.find((rung) => rung.key === step.stage)?.kind === 'written';
}

async function factsOf(tx: Tx, { workspace, call, now }: Answering): Promise<DebtorFacts> {
  const facts = (await loadDebtorFacts(tx, workspace, [call.debtorId], now)).get(call.debtorId);
  if (!facts) throw new Error(`debtor ${call.debtorId} is locked and has no facts`);
  return facts;
}

async function finishTurn(tx: Tx, { workspace, now }: Answering, { stepId }: Prompt): Promise<void> {
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId ?? '', workspaceId: workspace.id, state: 'pending' },
    data: { state: 'done', doneOn: dateOfDay(todayOf(workspace, now)) },
  });
}
