import { deadWithNumbers, wrongNumbers } from '../../core/wrongNumbers.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { writeContact } from '../../db/writeContact.ts';
import type { Activity, Contact, Member, Prisma } from '../../generated/prisma/client.ts';

interface TakingBack {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly activity: Pick<Activity, 'contactId' | 'debtorId'>;
  /** true: every number of the contact */
  readonly foundDead: boolean | 'phone' | 'mobile';
  readonly deadAddresses: readonly string[];
  readonly leftContacts: readonly string[];
  readonly now: Date;
}

/** An activity is undone: the number and the addresses that it found dead are in use again, and nobody has left by it. The caller holds the debtor's lock. */
export async function takeBackContactMarks(tx: Tx, taking: TakingBack): Promise<void> {
  const { activity, foundDead, deadAddresses, leftContacts } = taking;
  if (foundDead && activity.contactId)
    await unmark(tx, taking, activity.contactId, 'number_works_again', (contact) => {
      const wrong = wrongNumbers(contact).filter(
        (number) => foundDead !== true && number !== contact[foundDead],
      );
      return { deadChannels: deadWithNumbers(contact, wrong) };
    });
  for (const contactId of deadAddresses)
    await unmark(tx, taking, contactId, 'address_works_again', ({ deadChannels }) => ({
      deadChannels: deadChannels.filter((dead) => dead !== 'email'),
    }));
  for (const contactId of leftContacts)
    await unmark(tx, taking, contactId, 'contact_there_again', () => ({ leftOn: null }));
}

async function unmark(
  tx: Tx,
  { workspace, member, activity, now }: TakingBack,
  id: string,
  action: string,
  data: (contact: Contact) => Prisma.ContactUncheckedUpdateInput,
): Promise<void> {
  const contact = await tx.prisma.contact.findFirst({ where: { id, workspaceId: workspace.id } });
  if (!contact) return;
  const { debtorId } = activity;
  await writeContact(tx, contact, {
    data: data(contact),
    at: now,
    actor: member.id,
    action,
    after: { debtorId },
  });
}
