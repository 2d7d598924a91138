import type { Queries } from '../../db/client.ts';
import type { Contact } from '../../generated/prisma/client.ts';

/** A contact of an account, or of another account in its group, which shares them among businesses; undefined for anybody else's. */
export async function contactOfAccount(
  tx: Queries,
  { workspaceId, debtorId, contactId }: { workspaceId: string; debtorId: string; contactId: string },
): Promise<Contact | undefined> {
  const accounts = await accountsSharing(tx, { workspaceId, debtorId });
  const where = { id: contactId, workspaceId, debtorId: { in: accounts } };
  return (await tx.prisma.contact.findFirst({ where })) ?? undefined;
}

/** The ids of an account and of those whose contacts are its own too. */
export async function accountsSharing(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<string[]> {
  const where = { id: debtorId, workspaceId, kind: 'business', groupId: { not: null } };
  const debtor = await tx.prisma.debtor.findFirst({ where, select: { groupId: true } });
  if (!debtor) return [debtorId];
  const sharing = await tx.prisma.debtor.findMany({
    where: { workspaceId, groupId: debtor.groupId, kind: 'business' },
    select: { id: true },
  });
  return sharing.map(({ id }) => id);
}
