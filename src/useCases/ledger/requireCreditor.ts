import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';

/** A file dropped in Slack does not say whose it is. Throws DulyError `which_creditor` where a workspace has several creditors. */
export async function requireOneCreditor(db: Queries, workspaceId: string): Promise<void> {
  if ((await db.prisma.creditor.count({ where: { workspaceId } })) <= 1) return;
  throw new DulyError(
    'which_creditor',
    `${workspaceId} has several creditors`,
    'You collect for several creditors, and a dropped file does not say for which it is: import it on the command line, with --creditor NAME.',
  );
}
