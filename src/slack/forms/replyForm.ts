import { REPLY_TITLE } from '../../../blocks/prompts/replyModal.ts';
import { replyFor } from '../views/replyFor.ts';
import type { AccountForm } from './AccountForm.ts';

/** What the customer wrote, without a prompt that it answers. */
export const replyForm: AccountForm = {
  title: REPLY_TITLE,
  act: 'log_activity',
  async open(request) {
    const { deps, workspace, debtorId, words } = request;
    const where = { id: debtorId, workspaceId: workspace.id };
    const { name: debtorName } = await deps.db.prisma.debtor.findFirstOrThrow({ where });
    return replyFor(request, { debtorId, debtorName, words });
  },
};
