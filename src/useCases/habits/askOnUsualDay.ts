import type { Day } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DecisionInput } from '../../core/decision.ts';
import { formatMoney } from '../../core/money.ts';
import { type UsualDayCall, usualDayCalls } from '../../core/usualDayCalls.ts';
import type { Tx } from '../../db/client.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

type Asking = Review & { readonly input: DecisionInput };

/**
 * Asks the owner for the call that was left out beside a mail once a steady late payer's usual day has come, one at a time and once for each invoice,
 * and ends the question when nothing is left to call about. Returns the first day on which one is still to be asked.
 */
export async function askOnUsualDay(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, input, now } = asking;
  const { facts, today } = input;
  const calls = usualDayCalls(input);
  const open = await endNeedless(tx, asking, calls);
  if (calls.length === 0 || open) return undefined;
  const before = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, key: { in: calls.map(keyOf) } },
    select: { key: true },
  });
  const left = calls.filter((call) => !before.some(({ key }) => key === keyOf(call)));
  const [next] = left.sort((a, b) => a.askOn - b.askOn);
  if (!next || next.askOn > today || !isPromptTime(workspace, now)) return next?.askOn;
  const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks: 'owner', now });
  if (!memberId) return today;
  await ask(tx, asking, next, memberId);
  return undefined;
}

function keyOf({ invoice }: UsualDayCall): string {
  return `usual_day:${invoice.id}`;
}

async function ask(
  tx: Tx,
  { workspace, debtorId, stale, now }: Asking,
  call: UsualDayCall,
  memberId: string,
): Promise<void> {
  const { invoice, usualOn } = call;
  const open = formatMoney(invoice.outstanding, invoice.currency, workspace.locale);
  const sentence = `They usually pay by ${shortDay(usualOn, workspace.locale)}, ${usualOn - invoice.dueOn} days after the due date of invoice ${invoice.number}; ${open} of it is open`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: keyOf(call),
    kind: 'usual_day',
    memberId,
    reasons: [{ rule: 'usual_day', outcome: 'note', sentence }],
    stale,
    now,
  });
}

/** Returns whether a question is still open. */
async function endNeedless(
  tx: Tx,
  { workspace, input: { facts }, stale, now }: Asking,
  calls: readonly UsualDayCall[],
): Promise<boolean> {
  const ids = facts.prompts.filter(({ kind }) => kind === 'usual_day').map(({ id }) => id);
  if (ids.length === 0) return false;
  const open = await tx.prisma.prompt.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } });
  let standing = false;
  for (const { id: promptId, key } of open) {
    if (calls.some((call) => keyOf(call) === key)) {
      standing = true;
      continue;
    }
    const outcome = 'Nothing is left to call about: nothing to do.';
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, stale, now });
  }
  return standing;
}
