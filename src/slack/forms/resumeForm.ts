import { RESUME_TITLE, resumeModal } from '../../../blocks/agreements/resumeModal.ts';
import { lastDayOf } from '../../core/clockStops.ts';
import { DulyError } from '../../core/DulyError.ts';
import { shortDay } from '../../core/dayName.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

/** The end of pauses before their time. */
export const resumeForm: AccountForm = {
  title: RESUME_TITLE,
  act: 'log_activity',
  async open(request) {
    const { deps, workspace, member, debtorId, now } = request;
    const today = todayOf(workspace, now);
    const { facts, record } = await loadAccount(deps.db, { workspace, debtorId, now });
    const running = facts.holds.filter(
      (hold) => hold.kind === 'hold' && hold.endedOn === undefined && lastDayOf(hold) >= today,
    );
    if (running.length === 0) {
      throw new DulyError(
        'no_hold',
        `nothing of ${debtorId} is on hold`,
        `Nothing of ${record.name} is on hold: its clock runs.`,
      );
    }
    const holds = running.map(({ id, invoiceId, untilOn, reason }) => {
      const invoice = facts.invoices.find((each) => each.id === invoiceId);
      const what = invoice ? `Invoice ${invoice.number}` : 'The account';
      return { value: id, text: `${what}, until ${shortDay(untilOn, member.locale)}`, description: reason };
    });
    const { metadata, account } = await filledFor({ ...request, words: '' });
    return resumeModal({ metadata, account, holds, notes: request.words || undefined });
  },
};
