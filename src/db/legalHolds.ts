import type { LegalHold } from '../generated/prisma/client.ts';
import type { Queries } from './client.ts';

/** The legal hold that stands on an account, if one does. */
export async function standingLegalHold(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<LegalHold | undefined> {
  return (
    (await tx.prisma.legalHold.findFirst({ where: { workspaceId, debtorId, endedOn: null } })) ?? undefined
  );
}
