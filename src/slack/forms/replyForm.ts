import { REPLY_TITLE, replyModal } from '../../../blocks/prompts/replyModal.ts';
import { newId } from '../../core/newId.ts';
import { peopleThere } from '../../useCases/contacts/peopleThere.ts';
import { awaitsConfirmation } from '../../useCases/promises/awaitsConfirmation.ts';
import { encodeMetadata } from '../metadata.ts';
import type { AccountForm } from './AccountForm.ts';

/** What the customer wrote, without a prompt that it answers. */
export const replyForm: AccountForm = {
  title: REPLY_TITLE,
  act: 'log_activity',
  async open({ deps, workspace, debtorId, words }) {
    const where = { id: debtorId, workspaceId: workspace.id };
    const { name: debtorName } = await deps.db.prisma.debtor.findFirstOrThrow({ where });
    const asksWhoPays = await awaitsConfirmation(deps.db, { workspaceId: workspace.id, debtorId });
    const people = await peopleThere(deps.db, { workspaceId: workspace.id, debtorId });
    const metadata = encodeMetadata({ form: newId(), debtorId });
    return replyModal({ debtorName, asksWhoPays, people, words, metadata });
  },
};
