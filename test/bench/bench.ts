import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../src/db/client.ts';
import { startEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';
import { fillLedger, readRows } from './aLedger.ts';
import { benchDecide } from './benchDecide.ts';
import { benchSimulate, SIMULATED_DAYS } from './benchSimulate.ts';
import { loadFacts } from './loadFacts.ts';
import { best, say } from './measure.ts';

/** What is allowed at most. */
const LIMITS = { decide: 0.5, simulate: 3 };

const dataDir = mkdtempSync(join(tmpdir(), 'duly-bench-'));
chmodSync(dataDir, 0o755); // as root the server runs as another user
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const server = await startEmbedded({ dataDir, log: { info() {}, warn() {} }, settings });
try {
  await migrate(server.url);
  const client = new pg.Client(server.url);
  await client.connect();
  await fillLedger(client);
  const read = await best('read the rows with pg', 5, () => readRows(client));
  await client.end();
  const db = connect(server.url);
  const { workspace, facts } = await loadFacts(db);
  await db.close();
  const ratios = {
    decide: (await benchDecide(workspace, facts)) / read,
    simulate: (await benchSimulate(workspace, facts)) / (SIMULATED_DAYS * read),
  };
  for (const [name, ratio] of Object.entries(ratios)) {
    say(`bench ${name} ${ratio.toFixed(2)}`);
    if (ratio > LIMITS[name as keyof typeof LIMITS]) process.exitCode = 1;
  }
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
