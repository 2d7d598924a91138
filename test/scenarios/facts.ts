import pg from 'pg';
import type { Team } from '../support/teamOnSlack.ts';

/** Bookkeeping of the machinery: it says nothing about the business. */
const MACHINERY = new Set(['agenda_jobs', '_prisma_migrations']);
/** An id is replaced by its order of appearance, an instant by "then": what is left is what people would call the facts. */
const ID = /\b(?:[a-z]+_)?[0-9a-z]{20}\b/g;
const HASH = /\b[0-9a-f]{32,64}\b/g;
const INSTANT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::\d{2})?)?/g;

/** Everything that the database holds, table by table, but for ids and instants: two runs that ended alike are equal. */
export async function allFacts({
  databaseUrl,
}: Pick<Team, 'databaseUrl'>): Promise<Record<string, string[]>> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    const facts: Record<string, string[]> = {};
    for (const { name } of tables) {
      if (MACHINERY.has(name)) continue;
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
      );
      facts[name] = rows.map(({ row }) => withoutIds(row)).sort();
    }
    return facts;
  } finally {
    await client.end();
  }
}

function withoutIds(row: string): string {
  return row
    .replaceAll(INSTANT, 'then')
    .replaceAll(HASH, 'hash')
    .replaceAll(ID, 'id')
    .replaceAll(/"(seq|id|attempts)": \d+/g, '"$1": n')
    .replaceAll(/\b\d{10}\.\d{6}\b/g, 'ts')
    .replaceAll(/\b\d{13}\.\d+\.hash\b/g, 'trigger');
}
