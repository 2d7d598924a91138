import { activityName } from '../../core/activityName.ts';
import { outsideActivity } from '../../core/outsideActivity.ts';
import type { Queries } from '../../db/client.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import type { EvidenceActivity } from '../../reports/evidence/Evidence.ts';
import type { EvidenceOf } from './EvidenceOf.ts';

/** What was done about the account and what came back, oldest first; entries that were taken back say so. */
export async function evidenceActivities(
  tx: Queries,
  about: EvidenceOf & {
    readonly activities: readonly Activity[];
    /** ids of notices that list other accounts too */
    readonly shared: ReadonlySet<string>;
  },
): Promise<EvidenceActivity[]> {
  const { workspace, members, activities, shared } = about;
  const contactIds = activities.flatMap(({ contactId }) => (contactId ? [contactId] : []));
  const contacts = await tx.prisma.contact.findMany({
    where: { workspaceId: workspace.id, id: { in: [...new Set(contactIds)] } },
    select: { id: true, name: true },
  });
  const isShared = ({ noticeId }: Activity) => shared.has(noticeId ?? '');
  return activities
    .filter((one) => one.reversesId === null && outsideActivity(one))
    .map((one) => ({
      at: one.at,
      what: activityName({ ...one, outcome: one.outcome ?? undefined }),
      with: isShared(one) ? undefined : contacts.find(({ id }) => id === one.contactId)?.name,
      by: members.get(one.memberId ?? ''),
      notes: isShared(one) ? 'Statement of the group of accounts' : (one.notes ?? undefined),
      takenBackAt: activities.find(({ reversesId }) => reversesId === one.id)?.recordedAt,
    }));
}
