import { disputeIsOpen, lastDayOf, promiseIsOpen, promiseStands } from './clockStops.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts } from './facts.ts';
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
  for (const dispute of disputes) {
    const invoice = invoices.find(({ id }) => id === dispute.invoiceId);
    if (!invoice || dispute.raisedOn > today) continue;
    const { toBeCredited = 0n } = dispute;
    const money = (amount: bigint) => formatMoney(amount, invoice.currency, 'en-GB');
    if (disputeIsOpen(dispute, today) && !dispute.whole) {
      note(
        'contested',
        () =>
          `${money(dispute.amount)} of invoice ${invoice.number} are disputed since ${day(dispute.raisedOn)} and not asked for; the rest goes on`,
      );
    } else if (!disputeIsOpen(dispute, today) && toBeCredited > 0n) {
      note(
        'to_be_credited',
        () =>
          `${money(toBeCredited)} of invoice ${invoice.number} were given in to and are not asked for: a credit note is to come`,
      );
    }
  }
  return found;
}
