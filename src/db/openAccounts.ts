import { z } from 'zod';
import type { Queries } from './client.ts';

const row = z.object({ id: z.string(), account: z.string(), name: z.string() });

/** How many debtors owe something, or are owed something. */
export async function countOpenAccounts(tx: Queries, workspaceId: string): Promise<number> {
  const [found] = await tx.sql(
    z.object({ open: z.bigint() }),
    `SELECT count(*) AS open FROM debtor d WHERE d.workspace_id = $1 AND ${isOpen}`,
    [workspaceId],
  );
  return Number(found?.open ?? 0);
}

/** The next of them by id, so many at most, with their numbers and names; after the last one none. */
export async function openAccounts(
  tx: Queries,
  page: { workspaceId: string; after: string; limit: number },
): Promise<{ id: string; account: string; name: string }[]> {
  return tx.sql(
    row,
    `SELECT d.id, d.account, d.name FROM debtor d WHERE d.workspace_id = $1 AND d.id > $2 AND ${isOpen} ORDER BY d.id LIMIT $3`,
    [page.workspaceId, page.after, page.limit],
  );
}

const isOpen = `EXISTS (SELECT 1 FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.outstanding <> 0)`;
