import { basisWords, percentWords } from '../core/interestWords.ts';
import { formatMoney } from '../core/money.ts';
import { formatDay } from './formatDay.ts';
import type { NoticeData } from './NoticeData.ts';
import type { InterestView } from './NoticeView.ts';
import { nameOf, oneLine } from './printable.ts';

/** The interest of one currency, written out line by line; null where there is none. The total is the sum of what is printed. */
export function describeInterest(
  { interest = [], locale }: Pick<NoticeData, 'interest' | 'locale'>,
  currency: string,
): InterestView | null {
  const own = interest.filter((item) => item.currency === currency && item.lines.length > 0);
  if (own.length === 0) return null;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const daily = sum(own.map((item) => item.daily));
  return {
    basis: [...new Set(own.map(({ basis }) => nameOf(basisWords(basis, locale))))],
    lines: own.flatMap(({ number, lines }) =>
      lines.map(({ from, to, principal, basisPoints, amount }) => ({
        number: oneLine(number),
        period: `${formatDay(from, locale, 'medium')} to ${formatDay(to, locale, 'medium')}`,
        days: to - from + 1,
        rate: percentWords(basisPoints, locale),
        on: money(principal),
        amount: money(amount),
      })),
    ),
    fixedSums: own
      .filter(({ fixedSum }) => fixedSum > 0n)
      .map(({ number, fixedSum }) => ({ label: oneLine(number), value: money(fixedSum) })),
    total: money(sum(own.map(({ total, fixedSum }) => total + fixedSum))),
    daily: daily > 0n ? money(daily) : null,
  };
}
