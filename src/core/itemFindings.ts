import type { Barrier } from './barriers.ts';
import type { Collectable, OpenItem } from './collectable.ts';
import type { Day } from './day.ts';
import { dayJudged } from './dayJudged.ts';
import { shortDay } from './dayName.ts';
import type { PromiseFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { NEVER } from './never.ts';

/** What the decision found about each invoice that is overdue or about to be: which one carries the case, which rest and why. */
export function itemFindings(
  { items, stops }: Collectable,
  carrying: OpenItem | undefined,
  today: Day,
): Finding[] {
  const found: Finding[] = items
    .filter(({ barrier }) => barrier)
    .map(({ invoice, barrier }) => ({
      rule: barrier?.kind ?? 'collectable',
      outcome: 'stop',
      say: () => `Invoice ${invoice.number} rests: ${barrier ? restsFor(barrier) : ''}`,
    }));
  if (!carrying) {
    const sentence =
      items.length === 0 ? 'Nothing is overdue or about to be' : 'No invoice can be collected at present';
    return [...found, { rule: 'carrying_invoice', outcome: 'stop', say: () => sentence }];
  }
  const { invoice, effectiveDays } = carrying;
  const say = () => {
    const calendarDays = today - invoice.dueOn;
    if (calendarDays <= 0)
      return `Invoice ${invoice.number} carries the case: due ${calendarDays === 0 ? 'today' : `in ${days(-calendarDays)}`}`;
    const stopped = calendarDays - effectiveDays;
    const kinds = new Set(stops.of(invoice.id).map(({ by }) => stopWords[by]));
    const note = stopped > 0 ? `; ${days(stopped)} ${[...kinds].join(' or ')}` : '';
    return `Invoice ${invoice.number} carries the case: ${effectiveDays} effective days past due (${days(calendarDays, 'calendar ')}${note})`;
  };
  return [{ rule: 'carrying_invoice', outcome: 'note', say }, ...found];
}

const stopWords = { hold: 'on hold', promise: 'promised', dispute: 'in dispute' };

function days(count: number, kind = ''): string {
  return `${count} ${kind}day${count === 1 ? '' : 's'}`;
}

function judged(promise: PromiseFact): string {
  const judgedOn = dayJudged(promise);
  return judgedOn < NEVER
    ? `judged on ${shortDay(judgedOn, 'en-GB')}`
    : 'not judged while what it is for rests';
}

/** Why an invoice is not collected at present, as a clause. */
export function restsFor(barrier: Barrier): string {
  const day = (on: Day) => shortDay(on, 'en-GB');
  switch (barrier.kind) {
    case 'disputed':
      return `disputed since ${day(barrier.by.raisedOn)}`;
    case 'promised':
      return `${barrier.by.planId ? 'the instalment that pays it' : 'payment'} is promised for ${day(barrier.by.promisedOn)}, ${judged(barrier.by)}${barrier.by.confirmBy === undefined ? '' : `; it is unconfirmed, and holds until ${day(barrier.by.confirmBy)} unless whoever pays confirms it`}`;
    case 'on_hold':
      return `on hold until ${day(barrier.by.untilOn)} (${barrier.by.reason})`;
    case 'payment_seen':
      return `finance saw the payment at the bank; waiting for the ledger until ${day(barrier.by.untilOn)}`;
    case 'already_paid':
      return `the customer says it is paid; waiting for the ledger until ${day(barrier.by.untilOn)}`;
    case 'missing':
      return `not in the last ledger file since ${day(barrier.since)}: nothing is sent about it`;
    case 'write_off':
      return 'a manager agreed to write it off, and the ledger does not show it yet';
    case 'contested':
      return 'all that is left of it is disputed, or was given in to';
    case 'netted':
      return 'open credits cover it';
    case 'small_balance':
      return 'too small a balance to chase';
  }
}
