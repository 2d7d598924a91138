import { z } from 'zod';
import type { Queries } from './client.ts';

const nameRow = z.object({ name: z.string() }).transform(({ name }) => name);

/** The names of customers other than that one of which one of these words (in small letters) is a word; a few of them. */
export async function otherCustomersNamed(
  tx: Queries,
  about: { workspaceId: string; debtorId: string; words: readonly string[] },
): Promise<string[]> {
  const { workspaceId, debtorId, words } = about;
  if (words.length === 0) return [];
  return tx.sql(
    nameRow,
    `SELECT DISTINCT name FROM debtor WHERE workspace_id = $1 AND id <> $2 AND undone_at IS NULL AND name ILIKE ANY($3::text[])
       AND regexp_split_to_array(lower(name), '[^[:alpha:]]+') && $4::text[] ORDER BY name LIMIT 3`,
    [workspaceId, debtorId, words.map((word) => `%${word}%`), words],
  );
}
