import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Letterhead } from './Letterhead.ts';
import { letterheadOf } from './letterheadOf.ts';

export interface LoadedLetterhead {
  /** all that money is owed to, the default first */
  readonly creditors: readonly { readonly id: string; readonly name: string }[];
  /** undefined: there is no creditor yet */
  readonly creditorId: string | undefined;
  readonly letterhead: Letterhead | undefined;
}

/** The letterhead of the creditor asked for, else of the default one. */
export async function loadLetterhead(
  tx: Queries,
  workspace: WorkspaceContext,
  creditorId?: string,
): Promise<LoadedLetterhead> {
  const rows = await tx.prisma.creditor.findMany({
    where: { workspaceId: workspace.id },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
  });
  const row = rows.find(({ id }) => id === creditorId) ?? rows[0];
  return {
    creditors: rows.map(({ id, name }) => ({ id, name })),
    creditorId: row?.id,
    letterhead: row && letterheadOf(row),
  };
}
