import type { WeeklyCurrency } from '../../../blocks/digests/WeeklyDigestView.ts';
import { ageBuckets } from '../../core/ageing.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import { ROLL_DAYS, rollRates } from '../../core/rollRates.ts';
import { ageNames } from './dailyHeadline.ts';
import type { WeekReconciliation } from './reconcileWeek.ts';
import { reconciliationLines } from './reconciliationLines.ts';
import type { WeeklyFacts } from './weeklyFacts.ts';

/** One currency of a week in words. */
export function weeklyCurrency(line: WeekReconciliation, facts: WeeklyFacts, locale: string): WeeklyCurrency {
  const money = (minor: bigint) => formatMoney(minor, line.currency, locale);
  const moved = line.closing - line.opening;
  const than =
    moved === 0n
      ? 'unchanged in the week'
      : `${money(moved < 0n ? -moved : moved)} ${moved < 0n ? 'less' : 'more'} than a week before`;
  return {
    headline: `${money(line.closing)} past due and not in dispute, ${than}`,
    lines: reconciliationLines(line)
      .filter(({ key, amount }) => amount !== 0n || key === 'opening' || key === 'closing')
      .map(({ label, amount }) => ({ label, amount: money(amount) })),
    residue: line.residue === 0n ? undefined : money(line.residue),
    facts: [
      apart(line.currency, facts, money),
      ageing(line.currency, facts, money),
      ratios(line.currency, facts),
      rolls(line.currency, facts),
    ],
  };
}

type Format = (minor: bigint) => string;

function apart(currency: string, { apart }: WeeklyFacts, money: Format): string {
  const of = (amounts: readonly Money[]) => money(amounts.find((m) => m.currency === currency)?.amount ?? 0n);
  return `Apart: in dispute ${of(apart.disputed)}, handed off ${of(apart.handedOff)}, unapplied cash ${of(apart.unapplied)}, open credit notes ${of(apart.credits)}.`;
}

function ageing(currency: string, { ledgers }: WeeklyFacts, money: Format): string {
  const weeks = ledgers.map(({ figures }) => figures.find((f) => f.currency === currency));
  const last = weeks.at(-1);
  if (!last) return 'Nothing is open.';
  const ages = ageBuckets.map((bucket) => `${ageNames[bucket]} ${money(last.ageing[bucket])}`);
  const before = weeks
    .slice(0, -1)
    .map((week) => week?.pastDueAmount ?? 0n)
    .slice(-4);
  const earlier = before.at(-1);
  const average = before.length === 4 ? before.reduce((sum, amount) => sum + amount, 0n) / 4n : undefined;
  const compared = [
    earlier === undefined ? '' : `last week ${money(earlier)}`,
    average === undefined ? '' : `four-week average ${money(average)}`,
  ].filter((words) => words !== '');
  return `Open ${money(last.openAmount)}: ${ages.join(', ')}. Past due with disputes ${money(last.pastDueAmount)}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}.`;
}

function ratios(currency: string, facts: WeeklyFacts): string {
  const found = facts.ratios.find((r) => r.currency === currency);
  const now = found?.salesOutstanding.at(-1);
  if (!found || !now) return 'DSO, best possible DSO, average days delinquent and CEI: not available.';
  const before = found.salesOutstanding.slice(0, -1).flatMap((week) => week?.dso ?? []);
  const compared = [
    found.salesOutstanding.at(-2) ? `last week ${found.salesOutstanding.at(-2)?.dso}` : '',
    before.length === 4
      ? `four-week average ${Math.round(before.reduce((a, b) => a + b, 0) * 2.5) / 10}`
      : '',
  ].filter((words) => words !== '');
  const cei = found.effectiveness === undefined ? 'not available' : `${found.effectiveness} %`;
  return `DSO ${now.dso} days${compared.length > 0 ? ` (${compared.join(', ')})` : ''}, best possible ${now.best}, average days delinquent ${now.delinquent}. CEI of ${found.month}: ${cei}.`;
}

function rolls(currency: string, { rolled, sunday }: WeeklyFacts): string {
  const items = rolled.find((r) => r.currency === currency)?.items ?? [];
  const rates = rollRates(items, sunday).map(
    ({ from, to, percent }) =>
      `${ageNames[from]} → ${ageNames[to]} ${percent === undefined ? 'not available' : `${percent} %`}`,
  );
  return `Roll rates, what of each age of ${ROLL_DAYS} days before is open and older now: ${rates.join(', ')}.`;
}
