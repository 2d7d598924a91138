import { promiseIsOpen } from '../../core/clockStops.ts';
import { noCourtesyReminder } from '../../core/courtesyReminder.ts';
import { addDays, type Day } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { PromiseFact } from '../../core/facts.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { formatMoney } from '../../core/money.ts';
import { courtesyReminderOn } from '../../core/promiseDays.ts';
import type { Tx } from '../../db/client.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

type Asking = Review & { readonly input: DecisionInput };

/**
 * The business day before a promised payment, asks the owner to send a courtesy reminder with one click, once for each promise and only where
 * the rules about messages leave room that day; ends the question when the money came, the promise is not open any more, its day has come or
 * the account is not to be written to.
 * Returns the first day on which there is something to ask or to end.
 */
export async function askToRemindOfPromises(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, input, now } = asking;
  const { facts, today, calendar } = input;
  await endNeedless(tx, asking);
  const ahead = facts.promises.filter(
    (promise) => promiseIsOpen(promise, today) && promise.promisedOn > today,
  );
  if (ahead.length === 0) return undefined;
  const asked = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, key: { in: ahead.map(keyOf) } },
    select: { key: true, state: true },
  });
  const turns: Day[] = [];
  for (const promise of ahead) {
    const before = asked.find(({ key }) => key === keyOf(promise));
    if (before) {
      if (before.state === 'open') turns.push(promise.promisedOn);
      continue;
    }
    // what became known on the day itself or is not agreed to yet is weighed anew at every review
    const remindOn = Math.max(
      courtesyReminderOn(promise.promisedOn, calendar),
      addDays(promise.madeOn, 1),
    ) as Day;
    if (remindOn > today) turns.push(remindOn);
    else if (noCourtesyReminder(promise.id, input)) continue;
    else if (!isPromptTime(workspace, now) || !(await ask(tx, asking, promise))) turns.push(today);
    else turns.push(promise.promisedOn);
  }
  return turns.length > 0 ? (Math.min(...turns) as Day) : undefined;
}

function keyOf({ id }: Pick<PromiseFact, 'id'>): string {
  return `promise_reminder:${id}`;
}

/** Returns false where nobody has room to be asked. */
async function ask(
  tx: Tx,
  { workspace, debtorId, input, stale, now }: Asking,
  { id: promiseId, amount, currency, promisedOn }: PromiseFact,
): Promise<boolean> {
  const may = mayWrite({ input, kind: 'promise_reminder', promiseId, now });
  // of what holds it back only the hours of the day pass in time
  if (may.verdict !== 'send' && (may.verdict !== 'wait' || may.rule !== 'contact_rules')) return true;
  const memberId = await whoIsAsked(tx, { workspace, debtor: input.facts.debtor, asks: 'owner', now });
  if (!memberId) return false;
  const money = formatMoney(amount, currency, workspace.locale);
  const sentence = `${money} was promised for ${shortDay(promisedOn, workspace.locale)}`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: keyOf({ id: promiseId }),
    kind: 'promise_reminder',
    memberId,
    reasons: [{ rule: 'courtesy_reminder', outcome: 'note', sentence }],
    details: { promiseId },
    stale,
    now,
  });
  return true;
}

async function endNeedless(tx: Tx, { workspace, input, stale, now }: Asking): Promise<void> {
  const ids = input.facts.prompts.filter(({ kind }) => kind === 'promise_reminder').map(({ id }) => id);
  if (ids.length === 0) return;
  for (const { id: promptId, details } of await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, id: { in: ids } },
  })) {
    const { promiseId = '' } = details as { readonly promiseId?: string };
    const may = mayWrite({ input, kind: 'promise_reminder', promiseId, now });
    if (may.verdict !== 'gone') continue;
    const outcome = `${may.why.charAt(0).toUpperCase()}${may.why.slice(1)}: nothing is sent.`;
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, stale, now });
  }
}
