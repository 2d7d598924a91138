import { addDays, type Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput } from './decision.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';
import { type HoldbackRule, held } from './holdback.ts';
import { asksForCall } from './openDayFor.ts';
import type { Rung } from './policy.ts';
import { usualDelay } from './usualDelay.ts';

/** The day on which a steady late payer usually pays an invoice; undefined for everybody else. */
export function usualDayOf({ paid = [] }: DebtorFacts, { dueOn }: InvoiceFact, today: Day): Day | undefined {
  const delay = usualDelay(paid, today);
  return delay === undefined ? undefined : addDays(dueOn, delay);
}

/** The day until which the call beside a rung's mail waits; undefined when it is asked for at once, or not at all. */
export function callWaitsUntil(
  { call, harsh }: Pick<Rung, 'call' | 'harsh'>,
  invoice: InvoiceFact,
  { facts, today }: Pick<DecisionInput, 'facts' | 'today'>,
): Day | undefined {
  if (call !== 'beside' || harsh) return undefined;
  const on = usualDayOf(facts, invoice, today);
  return on !== undefined && on > today ? on : undefined;
}

/** Mail to a steady late payer goes on time; the first call waits for the day on which they usually pay. */
export const usualDay: HoldbackRule = ({ rung, occurrence }, { carrying: { invoice } }, input) => {
  const { facts, today } = input;
  const words = (on: Day, what: string) =>
    `A steady late payer, who usually pays ${on - invoice.dueOn} days after the due date: ${what} until ${shortDay(on, 'en-GB')}`;
  if (asksForCall(occurrence.mode, rung.call)) {
    const on = rung.harsh ? undefined : usualDayOf(facts, invoice, today);
    if (on === undefined || on <= today) return undefined;
    return held('usual_day', on, today, () => words(on, 'the call waits'));
  }
  const on = callWaitsUntil(rung, invoice, input);
  if (on === undefined) return undefined;
  const say = () => words(on, 'the mail goes on time, the call beside it waits');
  return { rule: 'usual_day', outcome: 'note', opensOn: today, say };
};
