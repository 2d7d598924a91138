import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { contactOfAccount } from '../contacts/contactOfAccount.ts';
import type { CallLogging } from './logCall.ts';

/** The contact who was called; somebody new is put on file. Throws DulyError `contact_not_found` for the contact of an account that shares none with it. */
export async function contactOfCall(
  tx: Tx,
  { workspace, call, now }: Pick<CallLogging, 'workspace' | 'call' | 'now'>,
): Promise<string | undefined> {
  const own = { workspaceId: workspace.id, debtorId: call.debtorId };
  if (call.contactId) {
    const known = await contactOfAccount(tx, { ...own, contactId: call.contactId });
    if (known) return known.id;
    throw new DulyError(
      'contact_not_found',
      `no contact ${call.contactId}`,
      'I do not know this contact of the account: choose one from the list.',
    );
  }
  const name = call.newContactName?.trim();
  if (!name) return undefined;
  const same = await tx.prisma.contact.findFirst({
    where: { ...own, name: { equals: name, mode: 'insensitive' } },
  });
  if (same) return same.id;
  const id = newId();
  await tx.prisma.contact.create({ data: { id, ...own, name, role: 'other', position: 9, createdAt: now } });
  return id;
}
