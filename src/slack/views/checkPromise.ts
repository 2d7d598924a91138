import { type CallLogEntries, callLogFields as field } from '../../../blocks/calls/CallLogForm.ts';
import { dayOf } from '../../core/day.ts';
import { formatMoney } from '../../core/money.ts';
import { parseAmount } from '../../core/parseAmount.ts';
import { type PaymentMethod, paymentMethods } from '../../core/promiseDays.ts';
import type { PromiseWords } from '../../useCases/calls/CallLog.ts';
import type { CallLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import { invoiceOption } from '../../useCases/calls/invoiceOption.ts';

/** The promise of a call log; what is wrong with it is added to `errors` at its field. */
export function checkPromise(
  { amount = '', promisedOn, method, invoices = [] }: CallLogEntries,
  { currency: usual, locale, today, open }: CallLogMemory,
  errors: Record<string, string>,
): PromiseWords | undefined {
  const before = Object.keys(errors).length;
  const chosen = invoices.flatMap((value) => invoiceOption.read(value) ?? []);
  const expected = chosen[0]?.currency ?? usual;
  const parsed = parseAmount(amount, { currency: expected, locale });
  const currency = 'minor' in parsed ? (parsed.currency ?? expected) : expected;
  const most =
    chosen.length > 0
      ? chosen.reduce((sum, { outstanding }) => sum + outstanding, 0n)
      : BigInt(open[currency] ?? 0);
  if (chosen.some((invoice) => invoice.currency !== expected))
    errors[field.invoices] = 'Choose invoices of one currency: a promise is for one.';
  if ('error' in parsed) errors[field.amount] = parsed.error;
  else if (parsed.minor <= 0n) errors[field.amount] = 'A promise is for more than nothing: write the amount.';
  else if (currency !== expected && (chosen.length > 0 || !open[currency]))
    errors[field.amount] = `Nothing of this is owed in ${currency}: write the amount in ${expected}.`;
  else if (most > 0n && parsed.minor > most) {
    const is = formatMoney(most, currency, locale);
    errors[field.amount] =
      `Only ${is} is open${chosen.length > 0 ? ' on these invoices' : ''}: write at most that.`;
  }
  if (!promisedOn) errors[field.promisedOn] = 'By when did they promise to pay?';
  else if (dayOf(promisedOn) < dayOf(today))
    errors[field.promisedOn] = 'That day has passed: a promise is for today or later.';
  if (Object.keys(errors).length > before || !('minor' in parsed) || !promisedOn) return undefined;
  return {
    currency,
    amount: parsed.minor,
    on: promisedOn,
    method: isMethod(method) ? method : 'unknown',
    invoiceIds: chosen.map(({ id }) => id),
  };
}

function isMethod(text: string | undefined): text is PaymentMethod {
  return paymentMethods.some((known) => known === text);
}
