import type { Day } from '../core/day.ts';
import { formatMoney } from '../core/money.ts';
import { formatDay } from './formatDay.ts';
import type { NoticePromise } from './NoticeData.ts';
import type { NoticeView } from './NoticeView.ts';

/** What was agreed on: the amount, the day, the way of payment, and a plan's instalments. */
export function describePromise(
  { amount, currency, on, method, instalments = [] }: NoticePromise,
  locale: string,
): NonNullable<NoticeView['promise']> {
  const part = (minor: bigint, day: Day) => ({
    amount: formatMoney(minor, currency, locale),
    on: formatDay(day, locale, 'long'),
  });
  return {
    ...part(amount, on),
    by: waysToPay(locale)[method] ?? null,
    instalments: instalments.map((one) => part(one.amount, one.on)),
  };
}

function waysToPay(locale: string): Partial<Record<string, string>> {
  return {
    transfer: 'by bank transfer',
    card: 'by card',
    cheque: locale === 'en-US' ? 'by check' : 'by cheque',
  };
}
