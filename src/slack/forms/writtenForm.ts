import { WRITTEN_TITLE } from '../../../blocks/prompts/writtenModal.ts';
import { writtenFor } from '../views/writtenFor.ts';
import type { AccountForm } from './AccountForm.ts';

/** What a member wrote themselves, without a prompt that asked for it. */
export const writtenForm: AccountForm = {
  title: WRITTEN_TITLE,
  act: 'log_activity',
  open: (request) => writtenFor(request, { debtorId: request.debtorId, words: request.words }),
};
