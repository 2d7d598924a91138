import { DISPUTE_TITLE, disputeModal } from '../../../blocks/agreements/disputeModal.ts';
import { addBusinessDays } from '../../core/calendar.ts';
import { DulyError } from '../../core/DulyError.ts';
import { isoDay } from '../../core/day.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { openDisputes } from '../../useCases/disputes/openDisputes.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

/** Business days in which a dispute should be settled, unless told. */
const SETTLED_IN = 10;

/** A dispute to raise, or one that is open to settle. */
export const disputeForm: AccountForm = {
  title: DISPUTE_TITLE,
  act: 'log_activity',
  async open(request) {
    const { deps, workspace, member, debtorId, named, now } = request;
    const form = await filledFor(request, { outcome: 'disputes' });
    const { invoices } = form;
    const open = await openDisputes(deps.db, { workspace, debtorId, locale: member.locale });
    if (invoices.length === 0) {
      throw new DulyError(
        'nothing_to_dispute',
        `nothing of ${debtorId} is open`,
        `No invoice of ${form.account.name} is open: there is nothing to contest.`,
      );
    }
    const target = addBusinessDays(workspace.calendar, todayOf(workspace, now), SETTLED_IN);
    const meant = invoices.find(({ text }) => text.toLowerCase().startsWith(`${named.toLowerCase()}, `));
    const entries = { ...form.entries, disputedInvoice: meant?.value };
    return disputeModal({ ...form, entries, open, target: isoDay(target) });
  },
};
