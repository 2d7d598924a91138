import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';
import type { Contact } from '../../generated/prisma/client.ts';

/** A contact of this workspace. Throws DulyError `contact_not_found`. */
export async function contactOnFile(
  tx: Queries,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<Contact> {
  const contact = await tx.prisma.contact.findFirst({ where: { id: contactId, workspaceId } });
  if (contact) return contact;
  throw new DulyError(
    'contact_not_found',
    `no contact ${contactId}`,
    'This contact is not on file any more. Open the account again.',
  );
}
