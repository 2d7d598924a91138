import { agreedTogether } from './agreedTogether.ts';
import { awaitedCredits } from './awaitedCredits.ts';
import { disputeIsOpen, lastDayOf, promiseIsOpen, promiseStands } from './clockStops.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts, DisputeFact, PromiseFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { formatMoney } from './money.ts';

const day = (on: Day) => shortDay(on, 'en-GB');

/** What was agreed or contested and does not by itself make an invoice rest: what waits for a manager, and parts that are not asked for. */
export function agreementFindings(
  { promises, holds, disputes, invoices }: DebtorFacts,
  today: Day,
): Finding[] {
  const found: Finding[] = [];
  const note = (rule: string, say: () => string) => found.push({ rule, outcome: 'note', say });
  for (const promise of promises) {
    if (promiseStands(promise, today) || !promiseIsOpen(promise, today)) continue;
    const money = formatMoney(promise.amount, promise.currency, 'en-GB');
    const who = promise.awaitsAgreement ? 'a manager has agreed' : 'whoever pays confirms it';
    note(
      promise.awaitsAgreement ? 'promise_agreement' : 'promise_unconfirmed',
      () => `A promise of ${money} for ${day(promise.promisedOn)} stops nothing until ${who}`,
    );
  }
  for (const promise of promises) {
    if (!promiseStands(promise, today) || !promiseIsOpen(promise, today)) continue;
    const numbers = paidInPart(promise, promises, invoices);
    if (numbers.length === 0) continue;
    const money = formatMoney(promise.amount, promise.currency, 'en-GB');
    note(
      'promise_in_part',
      () =>
        `${money} promised for ${day(promise.promisedOn)} pay only a part of ${numbers.join(', ')}: that goes on`,
    );
  }
  for (const hold of holds) {
    if (!hold.awaitsAgreement || hold.fromOn > today || lastDayOf(hold) < today) continue;
    note(
      'hold_agreement',
      () => `A hold until ${day(hold.untilOn)} (${hold.reason}) stops nothing until a manager has agreed`,
    );
  }
  const about = (dispute: DisputeFact, amount: bigint) => {
    const invoice = invoices.find(({ id }) => id === dispute.invoiceId);
    return invoice && `${formatMoney(amount, invoice.currency, 'en-GB')} of invoice ${invoice.number}`;
  };
  for (const dispute of disputes) {
    const what = about(dispute, dispute.amount);
    if (!what || dispute.whole || !disputeIsOpen(dispute, today)) continue;
    note(
      'contested',
      () => `${what} are disputed since ${day(dispute.raisedOn)} and not asked for; the rest goes on`,
    );
  }
  for (const { dispute, awaited, noted } of awaitedCredits({ disputes, invoices }, today)) {
    if (awaited > 0n)
      note(
        'to_be_credited',
        () => `${about(dispute, awaited)} were given in to and are not asked for: a credit note is to come`,
      );
    if (noted > 0n)
      note(
        'credit_noted',
        () => `${about(dispute, noted)} were given in to: an open credit note is set off for them`,
      );
  }
  return found;
}

/** The numbers of the open invoices of which neither a promise, nor what was agreed on with it, pays all that is asked for. */
function paidInPart(
  promise: PromiseFact,
  all: readonly PromiseFact[],
  invoices: DebtorFacts['invoices'],
): string[] {
  const together = agreedTogether(promise, all).flatMap((one) => one.invoices);
  const inFull = new Set(together.flatMap((of) => (of.inFull ? [of.invoiceId] : [])));
  return promise.invoices.flatMap(({ invoiceId }) => {
    const invoice = invoices.find(({ id, outstanding }) => id === invoiceId && outstanding > 0n);
    return invoice && !inFull.has(invoiceId) ? [`invoice ${invoice.number}`] : [];
  });
}
