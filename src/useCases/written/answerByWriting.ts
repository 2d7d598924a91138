import { answeredByWriting } from '../../core/answeredByWriting.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { type Policy, stageOf } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { policyOf } from '../../db/policies.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { whenSentence } from '../calls/whenSentence.ts';
import { mayCallToday } from '../limits/mayCallToday.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { nextAttempt } from '../prompts/nextAttempt.ts';
import { callKinds } from '../prompts/promptKinds.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { snoozeUntil } from '../prompts/snoozeUntil.ts';
import { wasAskedBefore } from '../prompts/wasAskedBefore.ts';
import { whenShown } from '../prompts/whenShown.ts';
import type { WrittenLogging } from './logWritten.ts';

type Answering = WrittenLogging & { readonly activityId: string };

/**
 * What a message of ours does to the prompts that ask to reach the customer: of a contact step it is one attempt, and the next is planned for
 * another day; what may be answered in writing today is answered; the rest stays as it is, and so does what was asked for after it was written. Returns sentences for the member.
 */
export async function answerByWriting(tx: Tx, answering: Answering): Promise<string[]> {
  const { workspace, member, written, activityId, now } = answering;
  const workspaceId = workspace.id;
  const { debtorId } = written;
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId, debtorId, state: 'open', kind: { in: [...callKinds] } },
    orderBy: { id: 'asc' },
  });
  const asking = open.filter((prompt) => wasAskedBefore(prompt, written));
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (asking.length === 0 || !facts) return [];
  const { policy } = await policyOf(tx, workspace, facts);
  const said: string[] = [];
  let next: Date | undefined;
  for (const prompt of asking) {
    const promptId = prompt.id;
    if (isOfContactStep(prompt, facts, policy)) {
      next ??= whenShown(
        workspace,
        nextAttempt({ workspace, facts, contactId: written.contactId, triedAt: written.at, now }),
      );
      await rememberOnPrompt(tx, { workspaceId, promptId, details: { putOffBy: activityId } });
      await snoozeUntil(tx, { workspace, promptId, until: next, byMember: false, now });
    } else if (answeredByWriting(prompt.kind, mayCallToday({ workspace, prompt, facts, now }))) {
      const outcome = `${member.name} wrote to them.`;
      await rememberOnPrompt(tx, { workspaceId, promptId, details: { answeredBy: activityId } });
      await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    } else if (answeredByWriting(prompt.kind, false)) {
      said.push('The call is still asked for: the contact rules leave room for it today.');
    }
  }
  return next ? [...said, `The next attempt is planned for ${whenSentence(next, member)}.`] : said;
}

function isOfContactStep({ stepId }: Prompt, { steps }: DebtorFacts, policy: Policy): boolean {
  const step = steps.find(({ id }) => id === stepId);
  return step !== undefined && stageOf(policy, step.stage)?.kind === 'contact';
}
