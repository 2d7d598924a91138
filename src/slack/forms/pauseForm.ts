import { PAUSE_TITLE, pauseModal } from '../../../blocks/agreements/pauseModal.ts';
import { isoDay } from '../../core/day.ts';
import { parsePause } from '../../core/parsePause.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

/** A pause of an account or of one invoice. */
export const pauseForm: AccountForm = {
  title: PAUSE_TITLE,
  act: 'log_activity',
  async open(request) {
    const { workspace, member, named, words, now } = request;
    const today = todayOf(workspace, now);
    const { metadata, account, invoices } = await filledFor({ ...request, words: '' });
    const [first = ''] = words.split(/\s+/);
    const invoice = invoices.find(({ text }) => isNumber(text, named) || isNumber(text, first));
    const rest = invoice && isNumber(invoice.text, first) ? words.slice(first.length) : words;
    const { from = today, until, reason } = parsePause(rest, today, member.locale);
    return pauseModal({
      ...{ metadata, account, invoices, reason },
      invoice: invoice?.value,
      from: isoDay(from),
      until: until === undefined ? undefined : isoDay(until),
    });
  },
};

/** Whether an invoice's line in a menu begins with that number. */
function isNumber(text: string, number: string): boolean {
  return number !== '' && text.toLowerCase().startsWith(`${number.toLowerCase()}, `);
}
