import { type Day, dateOfDay, dayOf, dayOfDate, isoDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';

/** What undoing a conversation has to know of the contact that it verified. */
export type VerifiedContact = {
  readonly contactId: string;
  /** ISO days */
  readonly on: string;
  readonly before: string | null;
};

/**
 * Somebody on file was spoken to on that day: they are who the account has on file, and are reached so. Nothing where a later day is on
 * record, nor of a mailbox.
 */
export async function verifyContact(
  tx: Tx,
  { workspaceId, contactId, on }: { workspaceId: string; contactId: string; on: Day },
): Promise<VerifiedContact | undefined> {
  const contact = await tx.prisma.contact.findFirst({ where: { id: contactId, workspaceId } });
  if (!contact || contact.isMailbox) return undefined;
  const before = contact.verifiedOn ? dayOfDate(contact.verifiedOn) : undefined;
  if (before !== undefined && before >= on) return undefined;
  await tx.prisma.contact.update({ where: { id: contactId }, data: { verifiedOn: dateOfDay(on) } });
  return { contactId, on: isoDay(on), before: before === undefined ? null : isoDay(before) };
}

/** A conversation is undone: the contact stands as verified when it was before, unless somebody verified it since. */
export async function takeBackVerified(
  tx: Tx,
  { workspaceId, verified }: { workspaceId: string; verified: VerifiedContact },
): Promise<void> {
  const { contactId: id, on, before } = verified;
  await tx.prisma.contact.updateMany({
    where: { workspaceId, id, verifiedOn: dateOfDay(dayOf(on)) },
    data: { verifiedOn: before === null ? null : dateOfDay(dayOf(before)) },
  });
}
