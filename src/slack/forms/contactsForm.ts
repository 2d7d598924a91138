import type { types } from '@slack/bolt';
import { addContactModal } from '../../../blocks/accounts/addContactModal.ts';
import { knownContacts } from '../../useCases/contacts/knownContacts.ts';
import type { Asker } from '../Asker.ts';
import { encodeMetadata } from '../metadata.ts';

/** Who is on file at a debtor, each to be changed, and the form for somebody new. */
export async function contactsForm(
  { deps, workspace }: Pick<Asker, 'deps' | 'workspace'>,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<types.ModalView> {
  const known = await knownContacts(deps.db, { workspace, debtorId: id });
  const metadata = encodeMetadata({ debtorId: id, debtorName: name.slice(0, 200) });
  return addContactModal({ debtorName: name, metadata, known });
}
