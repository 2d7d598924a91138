import { askedOfPromised } from './askedOfPromised.ts';
import { barriers } from './barriers.ts';
import type { Calendar } from './calendar.ts';
import { promiseIsOpen } from './clockStops.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput } from './decision.ts';
import type { DebtorFacts, PromiseFact } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import { restsFor } from './itemFindings.ts';
import { courtesyReminderOn } from './promiseDays.ts';

export interface Asked {
  readonly facts: DebtorFacts;
  /** the workspace's business days */
  readonly calendar: Calendar;
  readonly today: Day;
}

/** Why a message about a promise is not to be sent: the rule, and a clause without its full stop. */
export interface NoCourtesy {
  readonly rule: string;
  readonly why: string;
}

/**
 * What speaks against a courtesy reminder of a promise today; undefined when it is its day: the business day before the promised one (and the
 * closed days between), after the day on which it was made. Only of an open promise that stands (agreed to, confirmed by the payer) and whose
 * money has not come; not while one of its invoices is contested, on hold, reported as paid or missing from the ledger,
 * nor where credits cover them.
 */
export function noCourtesyReminder(
  promiseId: string,
  { facts, calendar, today }: Asked,
): NoCourtesy | undefined {
  const promise = facts.promises.find(({ id }) => id === promiseId);
  if (!promise || !promiseIsOpen(promise, today))
    return no('promise_ended', 'the promise is not open any more');
  if (promise.awaitsAgreement) return no('promise_agreement', 'a manager has still to agree to the promise');
  if (promise.confirmBy !== undefined)
    return no('promise_unconfirmed', 'whoever pays has not confirmed the promise');
  if (today >= promise.promisedOn) return no('promise_due', 'the day of the payment has come');
  if (promise.madeOn >= today || courtesyReminderOn(promise.promisedOn, calendar) > today)
    return no('too_early', 'it goes on the business day before the payment');
  return paidOrResting(promise, facts, today);
}

/** The promises of which a courtesy reminder is due today, if the rules about messages leave room for it. */
export function courtesyReminders(asked: Asked): PromiseFact[] {
  return asked.facts.promises.filter(({ id }) => noCourtesyReminder(id, asked) === undefined);
}

/** That courtesy reminders are due. */
export function courtesyFindings(input: DecisionInput): Finding[] {
  return courtesyReminders(input).map(({ promisedOn }) =>
    finding(
      'courtesy_reminder',
      'note',
      () =>
        `A courtesy reminder of the promise for ${shortDay(promisedOn, 'en-GB')} is due, where the limits on messages leave room`,
    ),
  );
}

/**
 * What speaks against writing about a promise because its money came, one of its invoices is contested, on hold, reported as paid or missing, or
 * nothing is asked for of them any more.
 */
export function paidOrResting(promise: PromiseFact, facts: DebtorFacts, today: Day): NoCourtesy | undefined {
  const ids = new Set(promise.invoices.map(({ invoiceId }) => invoiceId));
  const open = facts.invoices.filter(({ id, outstanding }) => ids.has(id) && outstanding > 0n);
  const unapplied = facts.unapplied.find(({ currency }) => currency === promise.currency)?.amount ?? 0n;
  if (open.length === 0 || unapplied >= promise.amount) return no('paid', 'the money has come');
  const { of } = barriers(facts, today);
  for (const { id, number, missingSince } of open) {
    if (missingSince !== undefined && missingSince <= today)
      return no('missing', `invoice ${number} is missing from the last ledger file`);
    const barrier = of(id);
    if (barrier && barrier.kind !== 'promised')
      return no(barrier.kind, `invoice ${number} rests: ${restsFor(barrier)}`);
  }
  const asked = askedOfPromised(facts, [...ids], today);
  if (open.every(({ id }) => asked.get(id) === 0n))
    return no('netted', 'credits cover what is open, or it is contested or was given in to');
  return undefined;
}

function no(rule: string, why: string): NoCourtesy {
  return { rule, why };
}
