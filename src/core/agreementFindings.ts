import { awaitedCredits } from './awaitedCredits.ts';
import { disputeIsOpen, lastDayOf, promiseIsOpen, promiseStands } from './clockStops.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts, DisputeFact } from './facts.ts';
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
