import type { Choice } from '../../../blocks/elements/option.ts';
import type { FormRequest } from './AccountForm.ts';

/** The invoice that the words of a command name, by the words that named the account or by the first after them, and the words that are left. */
export function invoiceNamed(
  invoices: readonly Choice[],
  { named, words }: Pick<FormRequest, 'named' | 'words'>,
): { readonly invoice: Choice | undefined; readonly rest: string } {
  const [first = ''] = words.split(/\s+/);
  const invoice = invoices.find(({ text }) => isNumber(text, named) || isNumber(text, first));
  const rest = invoice && isNumber(invoice.text, first) ? words.slice(first.length).trim() : words;
  return { invoice, rest };
}

/** Whether an invoice's line in a menu begins with that number. */
function isNumber(text: string, number: string): boolean {
  return number !== '' && text.toLowerCase().startsWith(`${number.toLowerCase()}, `);
}
