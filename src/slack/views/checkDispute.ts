import { type CallLogEntries, callLogFields as field } from '../../../blocks/calls/CallLogForm.ts';
import { formatMoney } from '../../core/money.ts';
import { parseAmount } from '../../core/parseAmount.ts';
import { type DisputeWords, disputeReasons } from '../../useCases/calls/CallLog.ts';
import type { CallLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import { invoiceOption } from '../../useCases/calls/invoiceOption.ts';

/** The dispute of a call log; what is wrong with it is added to `errors` at its field. */
export function checkDispute(
  { disputedInvoice = '', disputeReason, disputedAmount, notes }: CallLogEntries,
  { locale }: CallLogMemory,
  errors: Record<string, string>,
): DisputeWords | undefined {
  const invoice = invoiceOption.read(disputedInvoice);
  if (!invoice) {
    errors[field.outcome] =
      'No invoice is open that could be disputed: choose another outcome, and keep the words in the notes.';
    return undefined;
  }
  const reason = disputeReasons.find((known) => known === disputeReason);
  if (!reason) errors[field.disputeReason] = 'Choose what is wrong with it.';
  const words = { invoiceId: invoice.id, note: notes };
  if (!disputedAmount) return reason && { ...words, reason };
  const { currency, outstanding } = invoice;
  const parsed = parseAmount(disputedAmount, { currency, locale });
  if ('error' in parsed) errors[field.disputedAmount] = parsed.error;
  else if ((parsed.currency ?? currency) !== currency)
    errors[field.disputedAmount] = `This invoice is in ${currency}: write the amount in ${currency}.`;
  else if (parsed.minor <= 0n || parsed.minor > outstanding) {
    const most = formatMoney(outstanding, currency, locale);
    errors[field.disputedAmount] = `Between nothing and the ${most} that are open of it can be contested.`;
  } else return reason && { ...words, reason, amount: parsed.minor };
  return undefined;
}
