import type { DailyHeadline } from '../../../blocks/digests/DailyDigestView.ts';
import { ageBuckets } from '../../core/ageing.ts';
import { dayName } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import type { CurrencyFigures } from '../../db/dailyFigures.ts';
import { countOf } from './countOf.ts';
import type { DailyFacts } from './dailyFacts.ts';

export const ageNames = {
  current: 'not yet due',
  d1_30: '1–30 days',
  d31_60: '31–60 days',
  d61_90: '61–90 days',
  over_90: 'over 90 days',
} as const;

/** One currency of a day in words. */
export function dailyHeadline(figures: CurrencyFigures, facts: DailyFacts, locale: string): DailyHeadline {
  const money = (minor: bigint) => formatMoney(minor, figures.currency, locale);
  const parts = [
    figures.disputed > 0n ? `${money(figures.disputed)} in dispute` : '',
    figures.promised > 0n ? `${money(figures.promised)} promised` : '',
    figures.held > 0n ? `${money(figures.held)} on hold` : '',
    figures.handedOff > 0n ? `${money(figures.handedOff)} handed off` : '',
  ].filter((part) => part !== '');
  const ages = ageBuckets
    .filter((bucket) => figures.ageing[bucket] !== 0n)
    .map((bucket) => `${ageNames[bucket]} ${money(figures.ageing[bucket])}`);
  if (figures.credits > 0n) ages.push(`open credit notes ${money(figures.credits)}`);
  if (figures.unapplied !== 0n) ages.push(`unapplied cash ${money(figures.unapplied)}`);
  return {
    pastDue: `${money(figures.pastDueAmount)} past due`,
    counts: `${countOf(figures.pastDue, 'invoice')} of ${countOf(figures.pastDueDebtors, 'debtor')}; ${figures.open} open, ${money(figures.openAmount)}`,
    moved: movement(figures, facts, money, locale),
    ofWhich: parts.length > 0 ? `of which ${parts.join(', ')}` : undefined,
    ageing: ages.join(' · '),
  };
}

function movement(
  figures: CurrencyFigures,
  { before, since }: DailyFacts,
  money: (minor: bigint) => string,
  locale: string,
): string {
  const earlier = before.find(({ currency }) => currency === figures.currency);
  const amount = figures.pastDueAmount - (earlier?.pastDueAmount ?? 0n);
  const count = figures.pastDue - (earlier?.pastDue ?? 0);
  const on = dayName(since, locale);
  if (amount === 0n && count === 0) return `unchanged since ${on}`;
  const words =
    amount === 0n
      ? 'the same amount'
      : `${money(amount < 0n ? -amount : amount)} ${amount < 0n ? 'less' : 'more'}`;
  const invoices =
    count === 0 ? '' : ` and ${countOf(Math.abs(count), 'invoice')} ${count < 0 ? 'fewer' : 'more'}`;
  return `${words}${invoices} than on ${on}`;
}
