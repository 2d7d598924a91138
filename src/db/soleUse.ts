import pg from 'pg';

/**
 * Takes something that one process at a time may use on this database; it is free again when that process lets it go or dies. Answers with
 * how to let it go, or undefined where another process has it.
 */
export async function soleUse(url: string, what: string): Promise<(() => Promise<void>) | undefined> {
  const session = new pg.Client({ connectionString: url, application_name: 'duly sole use' });
  session.on('error', () => {}); // a server that goes away is noticed by those who work with it
  await session.connect();
  const { rows } = await session.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
    [what],
  );
  if (rows[0]?.taken) return () => session.end();
  await session.end();
  return undefined;
}
