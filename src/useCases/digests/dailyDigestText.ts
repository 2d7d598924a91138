import { ageBuckets } from '../../core/ageing.ts';
import { isoDay } from '../../core/day.ts';
import { formatAmount, totalsByCurrency } from '../../core/money.ts';
import { paymentsKnown } from '../../core/paymentsKnown.ts';
import type { CurrencyFigures } from '../../db/dailyFigures.ts';
import { countOf } from './countOf.ts';
import type { DailyFacts } from './dailyFacts.ts';
import { ageNames } from './dailyHeadline.ts';

/** A day's figures as plain text, a line for each currency first: `USD 111 open, 16 past due, 15 debtors, 856.10`. */
export function dailyDigestText(facts: DailyFacts): string[] {
  const { figures, day, since, standing } = facts;
  const first = figures.map(
    (f) =>
      `${f.currency} ${f.open} open, ${f.pastDue} past due, ${f.pastDueDebtors} debtors, ${formatAmount(f.pastDueAmount, f.currency)}`,
  );
  if (first.length === 0) first.push(`Nothing is open on ${isoDay(day)}.`);
  const lists = [
    ['New overdue', facts.newlyOverdue],
    [`Paid since ${isoDay(since)}`, facts.paid],
    ['Promises due', facts.promisesDue],
    ['Broken promises', facts.promisesBroken],
  ] as const;
  const lines = lists.map(([title, entries]) => {
    const totals = totalsByCurrency(entries).map(
      (t) => `${t.currency} ${formatAmount(t.amount, t.currency)}`,
    );
    return entries.length === 0
      ? `${title}: none`
      : `${title}: ${countOf(entries.length, 'line')}, ${totals.join(', ')}`;
  });
  if (standing) {
    lines.push(
      `Asked and not answered: ${standing.prompts.length}, of which stuck ${standing.prompts.filter((p) => p.stuck).length}`,
      `Approvals waiting: ${standing.approvals.length}`,
      `Without an owner: ${standing.gaps.filter((g) => g.withoutOwner).length}`,
      `Without anybody to contact: ${standing.gaps.filter((g) => g.withoutContact).length}`,
      ...(standing.freshness.length === 0
        ? ['No ledger or payments have been imported yet']
        : standing.freshness.map((creditor) => paymentsKnown(creditor, { dayWords: isoDay }))),
    );
  }
  return [...first, ...figures.flatMap((f) => detail(f, facts)), ...lines];
}

function detail(figures: CurrencyFigures, { before, since }: DailyFacts): string[] {
  const { currency } = figures;
  const amount = (minor: bigint) => formatAmount(minor, currency);
  const earlier = before.find((f) => f.currency === currency);
  const moved = figures.pastDueAmount - (earlier?.pastDueAmount ?? 0n);
  const count = figures.pastDue - (earlier?.pastDue ?? 0);
  const sign = (value: number | bigint) => (value > 0 ? '+' : '');
  const ages = ageBuckets.map((bucket) => `${ageNames[bucket]} ${amount(figures.ageing[bucket])}`);
  return [
    `${currency} of which in dispute ${amount(figures.disputed)}, promised ${amount(figures.promised)}, on hold ${amount(figures.held)}, handed off ${amount(figures.handedOff)}`,
    `${currency} by age: ${ages.join(', ')}`,
    `${currency} open ${amount(figures.openAmount)}; credit notes ${amount(figures.credits)}, unapplied cash ${amount(figures.unapplied)}`,
    `${currency} since ${isoDay(since)}: ${sign(moved)}${amount(moved)}, ${sign(count)}${count} past due`,
  ];
}
