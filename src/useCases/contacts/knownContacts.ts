import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Contact } from '../../generated/prisma/client.ts';

/** Everybody on file at a debtor, in their order, in words. */
export async function knownContacts(
  tx: Queries,
  { workspace, debtorId }: { workspace: WorkspaceContext; debtorId: string },
): Promise<{ contactId: string; name: string; about: string }[]> {
  const contacts = await tx.prisma.contact.findMany({
    where: { workspaceId: workspace.id, debtorId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return contacts.map((contact) => ({ contactId: contact.id, name: contact.name, about: about(contact) }));
}

function about(contact: Contact): string {
  const { role, phone, mobile, email, refusedChannels, deadChannels, doNotContact, leftOn } = contact;
  const ways = [role, phone, mobile && `mobile ${mobile}`, email].filter(Boolean);
  return [
    ways.join(', '),
    ...(leftOn ? ['has left the company'] : []),
    ...(doNotContact ? ['not to be contacted'] : []),
    ...(refusedChannels.length > 0 ? [`refused: ${refusedChannels.join(', ')}`] : []),
    ...(deadChannels.length > 0 ? [`does not work: ${deadChannels.join(', ')}`] : []),
  ].join('; ');
}
