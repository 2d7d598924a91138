import type { Queries } from '../../db/client.ts';
import { accountsSharing } from './contactOfAccount.ts';

/** The people on file at an account, then those whom its group shares, who are still there, in their order; no mailboxes. */
export async function peopleThere(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<{ readonly contactId: string; readonly name: string; readonly about: string }[]> {
  const accounts = await accountsSharing(tx, { workspaceId, debtorId });
  const contacts = await tx.prisma.contact.findMany({
    where: { workspaceId, debtorId: { in: accounts }, isMailbox: false, leftOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const own = contacts.filter((contact) => contact.debtorId === debtorId);
  const shared = contacts.filter((contact) => contact.debtorId !== debtorId);
  return [...own, ...shared].map(({ id, name, role, email }) => ({
    contactId: id,
    name,
    about: [role, ...(email && email !== name ? [email] : [])].join(', '),
  }));
}
