import { z } from 'zod';
import { interestSchema, type Settings } from '../core/settings.ts';
import type { Queries } from './client.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** The terms on late-payment interest by creditor, of those that have their own. */
export async function ownInterest(
  tx: Queries,
  workspaceId: string,
): Promise<Map<string, Settings['interest']>> {
  const rows = await tx.prisma.creditor.findMany({
    where: { workspaceId },
    select: { id: true, interest: true },
  });
  return new Map(
    rows.flatMap(({ id, interest }) => (interest ? [[id, interestSchema.parse(interest)]] : [])),
  );
}

const ownRow = z.object({ interest: z.unknown() });

/** A creditor's terms on late-payment interest: its own, else the workspace's. */
export async function interestTermsOf(
  tx: Queries,
  { id: workspaceId, settings }: WorkspaceContext,
  creditorId: string | undefined,
): Promise<Settings['interest']> {
  if (creditorId === undefined) return settings.interest;
  const [row] = await tx.sql(ownRow, 'SELECT interest FROM creditor WHERE workspace_id = $1 AND id = $2', [
    workspaceId,
    creditorId,
  ]);
  return row?.interest ? interestSchema.parse(row.interest) : settings.interest;
}
