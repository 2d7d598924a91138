import { PAUSE_TITLE, pauseModal } from '../../../blocks/agreements/pauseModal.ts';
import { isoDay } from '../../core/day.ts';
import { parsePause } from '../../core/parsePause.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';
import { invoiceNamed } from './invoiceNamed.ts';

/** A pause of an account or of one invoice. */
export const pauseForm: AccountForm = {
  title: PAUSE_TITLE,
  act: 'log_activity',
  async open(request) {
    const { workspace, member, named, words, now } = request;
    const today = todayOf(workspace, now);
    const { metadata, account, invoices } = await filledFor({ ...request, words: '' });
    const { invoice, rest } = invoiceNamed(invoices, { named, words });
    const { from = today, until, reason } = parsePause(rest, today, member.locale);
    return pauseModal({
      ...{ metadata, account, invoices, reason },
      invoice: invoice?.value,
      from: isoDay(from),
      until: until === undefined ? undefined : isoDay(until),
    });
  },
};
