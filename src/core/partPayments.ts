import { addBusinessDays } from './calendar.ts';
import { collectable } from './collectable.ts';
import { addDays, type Day } from './day.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import type { DebtorFacts, InvoiceFact, PartPaymentFact } from './facts.ts';
import { latest } from './never.ts';
import { preDueWindow } from './policy.ts';
import { restExplained } from './restExplained.ts';

export interface PartPaymentRules extends Pick<DecisionInput, 'policy' | 'settings' | 'calendar' | 'today'> {
  /** when a manager let Duly work; money known before that is history */
  readonly startedAt: Date | undefined;
}

/** An open invoice of which a part was paid. */
export interface PartPayment {
  readonly invoice: InvoiceFact;
  readonly payment: PartPaymentFact;
  /** why the rest is open, or needs no asking, as a sentence; absent while nobody knows */
  readonly explained?: string | undefined;
  /** the day from which the owner is to be asked why the rest is open; absent where that is not, or no longer, asked */
  readonly askOn?: Day | undefined;
}

/**
 * The part payments of a debtor, and which of them are to be asked about: "a part payment keeps the stage, pauses sending for 2
 * business days and asks why the rest is open" (domain.md, *Small balance*). Asked is about what is overdue, collectable and not
 * explained, where the payment became known while sending rested for it, and only for as many business days after that.
 */
export function partPayments(facts: DebtorFacts, rules: PartPaymentRules): PartPayment[] {
  const { policy, settings, today } = rules;
  if (!facts.invoices.some(({ partPayment }) => partPayment)) return [];
  const stop = debtorStops(facts, policy, today)[0];
  const found: PartPayment[] = [];
  for (const item of collectable(facts, { today, window: preDueWindow(policy), settings }).items) {
    const { invoice } = item;
    const payment = invoice.partPayment;
    if (!payment || payment.on > today) continue;
    const explained = stop?.say() ?? restExplained(item, facts, { since: payment.on, today });
    const askOn = explained === undefined ? dayToAsk(invoice, payment, rules) : undefined;
    found.push({ invoice, payment, explained, askOn });
  }
  return found;
}

function dayToAsk(
  { dueOn }: InvoiceFact,
  { on, knownOn, knownAt }: PartPaymentFact,
  { policy, calendar, startedAt, today }: PartPaymentRules,
): Day | undefined {
  const restsUntil = (from: Day) => addBusinessDays(calendar, from, policy.partPaymentPauseDays);
  if (startedAt === undefined || knownAt < startedAt || knownOn >= restsUntil(on)) return undefined;
  const askOn = latest(today, addDays(dueOn, 1));
  return askOn < restsUntil(latest(on, knownOn)) ? askOn : undefined;
}
