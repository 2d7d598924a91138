import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { writeContact } from '../../db/writeContact.ts';
import { accountsSharing } from './contactOfAccount.ts';
import { contactsChanged } from './contactsChanged.ts';

/**
 * Notes that mail to these addresses of a debtor, or of its group, does not arrive: nothing is sent there until the address is added again. Returns whose
 * they are. The caller holds the debtor's lock.
 */
export async function markMailDead(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    emails: readonly string[];
    /** a member's id, or `duly` */
    actor: string;
    now: Date;
  },
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { workspace, debtorId, emails, actor, now } = options;
  if (emails.length === 0) return [];
  const gone = new Set(emails.map((email) => email.toLowerCase()));
  const accounts = await accountsSharing(tx, { workspaceId: workspace.id, debtorId });
  const contacts = await tx.prisma.contact.findMany({
    where: { workspaceId: workspace.id, debtorId: { in: accounts }, email: { not: null } },
    orderBy: { position: 'asc' },
  });
  const found = contacts.filter(
    ({ email, deadChannels }) => gone.has((email ?? '').toLowerCase()) && !deadChannels.includes('email'),
  );
  for (const contact of found)
    await writeContact(tx, contact, {
      data: { deadChannels: [...contact.deadChannels, 'email'] },
      at: now,
      actor,
      action: 'address_does_not_work',
      after: { debtorId, channel: 'email' },
    });
  if (found.length > 0 && accounts.length > 1) await contactsChanged(tx, { workspace, debtorId, now });
  return found;
}
