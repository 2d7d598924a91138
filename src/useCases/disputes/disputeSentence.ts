import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Dispute, Invoice } from '../../generated/prisma/client.ts';
import { disputeReasonWords } from './disputeReasonWords.ts';

/** "£200.00 of invoice INV-1 in dispute since 3 Nov 2026: price, to be settled by 17 Nov 2026" */
export function disputeSentence(
  { whole, amount, raisedOn, reason, targetOn }: Dispute,
  { number, currency }: Pick<Invoice, 'number' | 'currency'>,
  locale: string,
): string {
  const what = whole ? `Invoice ${number}` : `${formatMoney(amount, currency, locale)} of invoice ${number}`;
  const target = targetOn ? `, to be settled by ${shortDay(dayOfDate(targetOn), locale)}` : '';
  return `${what} in dispute since ${shortDay(dayOfDate(raisedOn), locale)}: ${disputeReasonWords(reason)}${target}`;
}
