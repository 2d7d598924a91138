import { WRITE_OFF_TITLE, writeOffModal } from '../../../blocks/agreements/writeOffModal.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';
import { invoiceNamed } from './invoiceNamed.ts';

/** A proposal to write off an account or one of its invoices. */
export const writeOffForm: AccountForm = {
  title: WRITE_OFF_TITLE,
  act: 'propose_write_off',
  async open(request) {
    const { metadata, account, invoices } = await filledFor({ ...request, words: '' });
    const { invoice, rest } = invoiceNamed(invoices, request);
    return writeOffModal({ metadata, account, invoices, invoice: invoice?.value, reason: rest || undefined });
  },
};
