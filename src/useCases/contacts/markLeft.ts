import { dateOfDay } from '../../core/day.ts';
import { samePerson } from '../../core/samePerson.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { writeContact } from '../../db/writeContact.ts';
import { accountsSharing } from './contactOfAccount.ts';
import { contactsChanged } from './contactsChanged.ts';

/**
 * Notes that a person at a debtor, or of its group, has left the company: nobody writes to them or calls them any more, by whichever entry of theirs;
 * what was said with them stays. `left: false`: that they are there after all. Returns their name and the entries that are marked by it; undefined
 * where nobody of that id is there. The caller holds the debtor's lock.
 */
export async function markLeft(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    contactId: string;
    left: boolean;
    /** a member's id */
    actor: string;
    now: Date;
  },
): Promise<{ readonly name: string; readonly ids: readonly string[] } | undefined> {
  const { workspace, debtorId, contactId, left, actor, now } = options;
  const accounts = await accountsSharing(tx, { workspaceId: workspace.id, debtorId });
  const contacts = await tx.prisma.contact.findMany({
    where: { workspaceId: workspace.id, debtorId: { in: accounts } },
    orderBy: { id: 'asc' },
  });
  const person = contacts.find(({ id }) => id === contactId);
  if (!person) return undefined;
  const theirs = contacts.filter((entry) => (entry.leftOn === null) === left && samePerson(entry, person));
  const leftOn = left ? dateOfDay(todayOf(workspace, now)) : null;
  const action = left ? 'contact_left' : 'contact_there_again';
  for (const entry of theirs)
    await writeContact(tx, entry, { data: { leftOn }, at: now, actor, action, after: { debtorId } });
  if (theirs.length > 0) await contactsChanged(tx, { workspace, debtorId, now });
  return { name: person.name, ids: theirs.map(({ id }) => id) };
}
