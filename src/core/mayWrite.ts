import { barriers } from './barriers.ts';
import { isCeaseNotice } from './ceaseNotices.ts';
import { lastDayOf } from './clockStops.ts';
import { collectable } from './collectable.ts';
import { type NoCourtesy, noCourtesyReminder } from './courtesyReminder.ts';
import { addDays } from './day.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import { restsFor } from './itemFindings.ts';
import { closedDay, type MaySend, mayMail, repliedSince } from './maySend.ts';
import { mayWriteAfterCease } from './mayWriteAfterCease.ts';
import { isCounted, type MessageKind, skipsGap } from './messageKinds.ts';
import { NEVER } from './never.ts';
import { preDueWindow } from './policy.ts';
import { noConfirmation } from './promiseConfirmation.ts';
import { statementPosition } from './statementPosition.ts';
import { messageHoldbacks } from './writtenHoldbacks.ts';

export interface WriteQuestion {
  readonly input: DecisionInput;
  readonly kind: MessageKind;
  /** which promise a courtesy reminder or a confirmation is of; of a plan that is confirmed, any instalment */
  readonly promiseId?: string | undefined;
  /** replies that came after it are not yet weighed */
  readonly writtenAt?: Date | undefined;
  readonly now: Date;
}

/**
 * Whether a message beside the ladder may go out at this very moment, by the same rules as notices: nothing stops the account, it is
 * not on hold as a whole (a statement waits for money of the whole account that was seen or reported), what it is about is still so, no reply came
 * since it was written, it is a business day of ours, spacing and the contact rules allow it. What may go after a wish to cease contact has rules
 * of its own: `mayWriteAfterCease`.
 */
export function mayWrite({ input, kind, promiseId = '', writtenAt, now }: WriteQuestion): MaySend {
  if (isCeaseNotice(kind)) return mayWriteAfterCease({ input, kind, writtenAt, now });
  const { facts, policy, settings, today } = input;
  const [stop] = debtorStops(facts, policy, today);
  if (stop) return { verdict: 'gone', rule: stop.rule, why: stop.say() };
  const position = kind === 'statement' ? mayState(input) : undefined;
  if (position) return position;
  const { everywhere } = barriers(facts, today);
  if (everywhere)
    return { verdict: 'gone', rule: everywhere.kind, why: `the account rests: ${restsFor(everywhere)}` };
  const needless = aboutPromise[kind]?.(promiseId, input);
  if (needless) return { verdict: 'gone', ...needless };
  const replied = repliedSince(facts, writtenAt);
  if (replied) return replied;
  const { items } = collectable(facts, { today, window: preDueWindow(policy), settings });
  // what confirms a conversation is no message that we start
  const holdbacks = isCounted(kind) ? messageHoldbacks(items, { skipGap: skipsGap(kind) }, input) : [];
  for (const { rule, outcome, opensOn, say } of holdbacks) {
    if (outcome !== 'stop') continue;
    return { verdict: 'wait', rule, why: say(), ...(opensOn !== NEVER && { until: opensOn }) };
  }
  return closedDay(input) ?? mayMail(input, now) ?? { verdict: 'send' };
}

const aboutPromise: Readonly<
  Partial<Record<MessageKind, (promiseId: string, input: DecisionInput) => NoCourtesy | undefined>>
> = { promise_reminder: noCourtesyReminder, promise_confirmation: noConfirmation };

/** What speaks against a statement: nothing is owed, all of it is disputed, or money is on its way that the ledger does not show yet. */
function mayState(input: DecisionInput): MaySend | undefined {
  const { facts, today } = input;
  const { invoices, isUncontested, isOwed } = statementPosition(input);
  if (invoices.length === 0)
    return { verdict: 'gone', rule: 'nothing_due', why: 'nothing is open that is asked for' };
  if (!isUncontested)
    return { verdict: 'gone', rule: 'disputed', why: 'all that is open is disputed, or was given in to' };
  if (!isOwed) return { verdict: 'gone', rule: 'net_credit', why: 'credits cover all that is open' };
  const { of, everywhere } = barriers(facts, today);
  for (const { invoice } of invoices) {
    const barrier = of(invoice.id);
    if (barrier?.kind !== 'payment_seen' && barrier?.kind !== 'already_paid') continue;
    const what = barrier === everywhere ? 'the account' : `invoice ${invoice.number}`;
    const why = `${what} rests: ${restsFor(barrier)}`;
    return { verdict: 'wait', rule: barrier.kind, why, until: addDays(lastDayOf(barrier.by), 1) };
  }
  return undefined;
}
