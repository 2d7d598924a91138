import type { Queries } from '../../db/client.ts';
import { WhichCreditor } from './WhichCreditor.ts';

/** A file dropped in Slack does not say whose it is. Throws WhichCreditor where a workspace has several creditors and none is named. */
export async function requireCreditor(
  db: Queries,
  workspaceId: string,
  named: string | undefined,
): Promise<void> {
  if (named !== undefined) return;
  const creditors = await db.prisma.creditor.findMany({
    where: { workspaceId },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  if (creditors.length > 1) throw new WhichCreditor(creditors);
}
