import { dateOfDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { policyOf } from '../../db/policies.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { nextAttempt } from '../prompts/nextAttempt.ts';
import { snoozeUntil } from '../prompts/snoozeUntil.ts';
import { conversations } from './CallLog.ts';
import { callOutcomeWords } from './callOutcomeWords.ts';
import type { CallLogging } from './logCall.ts';

/**
 * What a call does to the prompts that asked for one: a conversation answers them; an attempt plans the next one for
 * another time of day. The last call before a final notice stays: the request for approval comes next.
 */
export async function answerCallPrompts(tx: Tx, logging: CallLogging): Promise<void> {
  const { workspace, member, call, now } = logging;
  const asking = await tx.prisma.prompt.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId: call.debtorId,
      state: 'open',
      kind: { in: ['call', 'broken_promise', 'call_back'] },
    },
    orderBy: { id: 'asc' },
  });
  const spoke = conversations.has(call.outcome);
  for (const prompt of asking) {
    if (spoke || (await isCallTurn(tx, logging, prompt))) {
      await closePrompt(tx, {
        workspace,
        promptId: prompt.id,
        state: 'done',
        by: member.id,
        outcome: `${member.name}: ${callOutcomeWords(call.outcome)}.`,
        now,
      });
    } else {
      const debtor = await debtorFact(tx, workspace, call.debtorId);
      const until = nextAttempt(workspace, debtor, call.at);
      await snoozeUntil(tx, { workspace, promptId: prompt.id, until, byMember: false, now });
    }
  }
}

/** A call between two notices is done by having called: it is not the contact that a gate waits for. */
async function isCallTurn(tx: Tx, { workspace, call, now }: CallLogging, prompt: Prompt): Promise<boolean> {
  if (!prompt.stepId || prompt.kind !== 'call') return false;
  const step = await tx.prisma.stageStep.findUniqueOrThrow({ where: { id: prompt.stepId } });
  const { policy } = await policyOf(tx, workspace, {
    debtor: await debtorFact(tx, workspace, call.debtorId),
  });
  if (policy.rungs.find((rung) => rung.key === step.stage)?.kind !== 'written') return false;
  await tx.prisma.stageStep.updateMany({
    where: { id: step.id, state: 'pending' },
    data: { state: 'done', doneOn: dateOfDay(todayOf(workspace, now)) },
  });
  return true;
}
