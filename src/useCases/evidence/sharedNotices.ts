import { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import type { EvidenceOf } from './EvidenceOf.ts';

/** of a notice that was erased nothing is left */
const listing = z.object({ accounts: z.array(z.string()).default([]) });

/** Ids of the notices among what was done that list other accounts too: statements of a group. Nothing of them is told outside. */
export async function sharedNotices(
  tx: Queries,
  { workspace, debtorId, activities }: EvidenceOf & { readonly activities: readonly Activity[] },
): Promise<ReadonlySet<string>> {
  const named = activities.flatMap(({ noticeId }) => (noticeId ? [noticeId] : []));
  const notices = await tx.prisma.notice.findMany({
    where: { workspaceId: workspace.id, kind: 'statement', OR: [{ debtorId }, { id: { in: named } }] },
    select: { id: true, figures: true },
  });
  const shared = notices.filter(({ figures }) =>
    listing.parse(figures).accounts.some((id) => id !== debtorId),
  );
  return new Set(shared.map(({ id }) => id));
}
