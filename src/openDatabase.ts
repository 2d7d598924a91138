import type { Config } from './config.ts';
import { connect, type Db } from './db/client.ts';
import { startEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import type { Log } from './log.ts';

export interface OpenDatabase {
  readonly db: Db;
  readonly url: string;
  /** closes the connections, then the embedded server if nobody else uses it */
  close(): Promise<void>;
}

/** The database that is configured (else the embedded one), migrated and connected. Throws DulyError that says what to do. */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  const embedded =
    config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, log }) : undefined;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(url);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const db = connect(url, { onError: (error) => log.warn({ err: error }, 'a database connection broke') });
  return {
    db,
    url,
    async close() {
      await db.close();
      await embedded?.stop();
    },
  };
}
