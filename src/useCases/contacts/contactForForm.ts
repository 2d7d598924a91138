import type { ContactForm } from '../../../blocks/accounts/contactFields.ts';
import { type Day, dayOfDate } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Contact } from '../../generated/prisma/client.ts';
import { contactOnFile } from './contactOnFile.ts';

/** Name, role and ways to reach somebody, as a form shows them. */
export function fieldsOf({ name, role, phone, mobile, email }: Contact): ContactForm {
  return { name, role, phone: phone ?? '', mobile: mobile ?? '', email: email ?? '' };
}

/** Somebody on file as the form that corrects them shows them. Throws DulyError `contact_not_found`. */
export async function contactForForm(
  tx: Queries,
  { workspace, contactId }: { workspace: WorkspaceContext; contactId: string },
): Promise<{
  debtorId: string;
  debtorName: string;
  form: ContactForm & { refused: string[]; hasLeft: boolean; verifiedOn: Day | undefined };
}> {
  const contact = await contactOnFile(tx, { workspaceId: workspace.id, contactId });
  const { name: debtorName } = await debtorOf(tx, workspace.id, contact.debtorId);
  const { debtorId, refusedChannels, doNotContact, leftOn, verifiedOn } = contact;
  return {
    debtorId,
    debtorName,
    form: {
      ...fieldsOf(contact),
      hasLeft: leftOn !== null,
      verifiedOn: verifiedOn ? dayOfDate(verifiedOn) : undefined,
      refused: [...refusedChannels, ...(doNotContact ? ['all'] : [])],
    },
  };
}
