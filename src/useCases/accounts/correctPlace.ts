import { requireMay } from '../../core/permissions.ts';
import type { Place } from '../../core/readPlace.ts';
import { zonesOfPlace } from '../../core/zonesOfPlace.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import { lockDebtors } from '../../db/groups.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { accountsSharing } from '../contacts/contactOfAccount.ts';
import { revalidateApprovals } from '../notices/revalidateApprovals.ts';
import { showPromptsAnew } from '../prompts/showPromptsAnew.ts';

/**
 * Corrects where a customer lives, on record: the hours in which they are called, their holidays and the law follow from this moment, and no later file
 * turns it back. A running case goes on by its policy. The same place again changes nothing. Returns a sentence. Throws DulyError `not_allowed` unless the
 * member may manage, `debtor_not_found`.
 */
export async function correctPlace(
  db: Db,
  correction: {
    readonly workspace: WorkspaceContext;
    readonly member: Member;
    readonly debtorId: string;
    readonly place: Place;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, member, debtorId, place, now } = correction;
  requireMay(member, 'manage');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    const accounts = await accountsSharing(tx, { workspaceId, debtorId });
    await lockDebtors(tx, workspaceId, accounts);
    const { country, region, zone } = await debtorOf(tx, workspaceId, debtorId);
    // a zone that was set is that of the place that was thought of
    const after = { country: place.country, region: place.region ?? null, zone: null };
    if (country === after.country && region === after.region && zone === null)
      return 'That is on file already.';
    await tx.prisma.debtor.update({ where: { id: debtorId }, data: after });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'place_corrected',
      subjectKind: 'debtor',
      subjectId: debtorId,
      before: { country, region, zone },
      after,
    });
    await revalidateApprovals(tx, { workspace, debtorId, now });
    await showPromptsAnew(tx, { workspace, debtorIds: accounts, now });
    const zones = zonesOfPlace(place.country, place.region);
    return zones.length > 1
      ? 'Several time zones are possible there: with a region they are called by the hours of one.'
      : 'Hours, holidays and law follow from now on.';
  });
}
