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

/** A creditor's terms on late-payment interest: its own, as its row keeps them, else the workspace's. */
export function interestTerms(own: unknown, { settings }: WorkspaceContext): Settings['interest'] {
  return own ? interestSchema.parse(own) : settings.interest;
}

/** The same of a creditor that is not at hand. */
export async function interestTermsOf(
  tx: Queries,
  workspace: WorkspaceContext,
  creditorId: string | undefined,
): Promise<Settings['interest']> {
  if (creditorId === undefined) return workspace.settings.interest;
  const [row] = await tx.sql(ownRow, 'SELECT interest FROM creditor WHERE workspace_id = $1 AND id = $2', [
    workspace.id,
    creditorId,
  ]);
  return interestTerms(row?.interest, workspace);
}
