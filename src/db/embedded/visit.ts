import { realpathSync } from 'node:fs';
import pg from 'pg';

/** A server that answered: ours, or somebody else's, or one that is still starting or already stopping. */
export type Visit =
  | { readonly kind: 'ours'; readonly client: pg.Client }
  | { readonly kind: 'busy' }
  | { readonly kind: 'other' }
  | { readonly kind: 'nobody' };

/** What the session is called that each Duly process keeps open while it uses the server. */
export const PRESENCE = 'duly presence';

const CANNOT_CONNECT_NOW = '57P03';

/** Knocks at `url`. It is ours only when it serves exactly this cluster; then the session stays open, in the caller's care. */
export async function visit(url: string, cluster: string): Promise<Visit> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: PRESENCE,
  });
  client.on('error', () => {}); // a server that goes away is noticed by those who work with it
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0] && realpathSync(rows[0].data_directory) === realpathSync(cluster))
      return { kind: 'ours', client };
    await client.end();
    return { kind: 'other' };
  } catch (error) {
    await client.end().catch(() => {});
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === CANNOT_CONNECT_NOW) return { kind: 'busy' };
    return { kind: code === 'ECONNREFUSED' ? 'nobody' : 'other' };
  }
}
