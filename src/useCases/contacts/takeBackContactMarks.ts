import { deadWithNumbers, wrongNumbers } from '../../core/wrongNumbers.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';

/** An activity is undone: the number and the addresses that it found dead are in use again, and nobody has left by it. The caller holds the debtor's lock. */
export async function takeBackContactMarks(
  tx: Tx,
  {
    workspace,
    activity,
    foundDead,
    deadAddresses,
    leftContacts,
  }: {
    workspace: WorkspaceContext;
    activity: Pick<Activity, 'contactId'>;
    /** true: every number of the contact */
    foundDead: boolean | 'phone' | 'mobile';
    deadAddresses: readonly string[];
    leftContacts: readonly string[];
  },
): Promise<void> {
  if (foundDead && activity.contactId) await reviveNumber(tx, activity.contactId, foundDead);
  for (const contactId of deadAddresses) await reviveAddress(tx, contactId);
  const there = { workspaceId: workspace.id, id: { in: [...leftContacts] } };
  await tx.prisma.contact.updateMany({ where: there, data: { leftOn: null } });
}

async function reviveNumber(tx: Tx, id: string, which: true | 'phone' | 'mobile'): Promise<void> {
  const contact = await tx.prisma.contact.findUniqueOrThrow({ where: { id } });
  const wrong = wrongNumbers(contact).filter((number) => which !== true && number !== contact[which]);
  const deadChannels = deadWithNumbers(contact, wrong);
  await tx.prisma.contact.update({ where: { id }, data: { deadChannels } });
}

async function reviveAddress(tx: Tx, id: string): Promise<void> {
  const contact = await tx.prisma.contact.findUniqueOrThrow({ where: { id } });
  const deadChannels = contact.deadChannels.filter((dead) => dead !== 'email');
  await tx.prisma.contact.update({ where: { id }, data: { deadChannels } });
}
