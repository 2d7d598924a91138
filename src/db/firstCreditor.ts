import { z } from 'zod';
import type { Queries } from './client.ts';

const row = z.object({ id: z.string(), name: z.string() });

/** The workspace's first creditor, of those of that name where one is given; undefined where there is none. */
export async function firstCreditor(
  tx: Queries,
  workspaceId: string,
  name: string | undefined,
): Promise<z.output<typeof row> | undefined> {
  const [found] = await tx.sql(
    row,
    `SELECT id, name FROM creditor WHERE workspace_id = $1 AND ($2::text IS NULL OR name = $2)
     ORDER BY position, created_at, id LIMIT 1`,
    [workspaceId, name ?? null],
  );
  return found;
}
