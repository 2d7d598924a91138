import { isDeepStrictEqual } from 'node:util';
import type { Contact, Prisma } from '../generated/prisma/client.ts';
import { type AuditEntry, recordAudit } from './audit.ts';
import type { Tx } from './client.ts';

/** What rules look at. */
const FIELDS = [
  ...(['name', 'role', 'phone', 'mobile', 'email', 'isMailbox', 'position'] as const),
  ...(['doNotContact', 'refusedChannels', 'deadChannels', 'leftOn'] as const),
];

/**
 * Changes somebody on file, on record with what of them rules look at was before, so that `/debt why` of an earlier day knows them as they
 * were; these are personal values and are erased with their account. The caller holds the debtor's lock.
 */
export async function writeContact(
  tx: Tx,
  before: Contact,
  change: Pick<AuditEntry, 'at' | 'actor' | 'action' | 'after' | 'why'> & {
    readonly data: Prisma.ContactUncheckedUpdateInput;
  },
): Promise<void> {
  const { data, ...entry } = change;
  const { id, workspaceId, debtorId } = before;
  const after = await tx.prisma.contact.update({ where: { id }, data });
  const changed = FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  const of = (contact: Contact): Prisma.InputJsonObject =>
    JSON.parse(JSON.stringify(Object.fromEntries(changed.map((field) => [field, contact[field]]))));
  await recordAudit(tx, {
    ...entry,
    workspaceId,
    subjectKind: 'contact',
    subjectId: id,
    ...(changed.length > 0 && { personal: { debtorId, before: of(before), after: of(after) } }),
  });
}
