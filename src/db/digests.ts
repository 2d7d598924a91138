import { z } from 'zod';
import { type Day, dateOfDay } from '../core/day.ts';
import type { Queries } from './client.ts';

interface DigestName {
  readonly workspaceId: string;
  readonly kind: 'daily' | 'weekly';
  /** the day, or the Monday of the week it reports */
  readonly forOn: Day;
}

/** Whether the digest was posted. */
export async function isDigestPosted(tx: Queries, { forOn, ...name }: DigestName): Promise<boolean> {
  return (await tx.prisma.digest.count({ where: { ...name, forOn: dateOfDay(forOn) } })) > 0;
}

/** Whether a ledger or bank file came in after the figures of a posted digest were worked out. */
export async function isDigestOutdated(tx: Queries, { forOn, ...name }: DigestName): Promise<boolean> {
  const posted = await tx.prisma.digest.findFirst({ where: { ...name, forOn: dateOfDay(forOn) } });
  const at = z.object({ at: z.string() }).safeParse(posted?.figures).data?.at;
  if (at === undefined) return false;
  const since = { gt: new Date(at) };
  return (
    (await tx.prisma.ledgerImport.count({
      where: { workspaceId: name.workspaceId, status: 'applied', appliedAt: since },
    })) > 0
  );
}
