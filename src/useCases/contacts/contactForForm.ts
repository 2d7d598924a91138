import type { ContactForm } from '../../../blocks/accounts/contactFields.ts';
import type { Queries } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { contactOnFile } from './contactOnFile.ts';

/** Somebody on file as the form that corrects them shows them. Throws DulyError `contact_not_found`. */
export async function contactForForm(
  tx: Queries,
  { workspace, contactId }: { workspace: WorkspaceContext; contactId: string },
): Promise<{
  debtorId: string;
  debtorName: string;
  form: ContactForm & { refused: string[]; hasLeft: boolean };
}> {
  const contact = await contactOnFile(tx, { workspaceId: workspace.id, contactId });
  const { name: debtorName } = await debtorOf(tx, workspace.id, contact.debtorId);
  const { debtorId, name, role, phone, mobile, email, refusedChannels, doNotContact, leftOn } = contact;
  return {
    debtorId,
    debtorName,
    form: {
      ...{ name, role, phone: phone ?? '', mobile: mobile ?? '', email: email ?? '' },
      hasLeft: leftOn !== null,
      refused: [...refusedChannels, ...(doNotContact ? ['all'] : [])],
    },
  };
}
