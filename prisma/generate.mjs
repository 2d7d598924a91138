// The one door to Prisma's command line: `npm run -s prisma -- migrate dev --name …`; without arguments (postinstall) it
// generates the client. It differs from calling `prisma` in two ways: the tool's configuration lives in this folder, and
// the schema engine is the stand-in of schemaEngine/, so that nothing is downloaded, with or without internet.

import { spawn } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { provideDatabase } from './provideDatabase.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const args = process.argv.length > 2 ? process.argv.slice(2) : ['generate', '--no-hints'];

const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? schemaEngine(),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
};
// The help and version switches take no configuration.
const config =
  args.some((arg) => arg === '--config') || args[0]?.startsWith('-')
    ? []
    : ['--config', here('prisma.config.ts')];

const database = await provideDatabase(args, env);
if (database) env.DATABASE_URL = database.url;

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const child = spawn(process.execPath, [cli, ...args, ...config], { stdio: 'inherit', env });
// Ctrl-C reaches the child too; it decides, and the database that was lent is still given back.
process.on('SIGINT', () => {});
child.on('error', (error) => {
  console.error(`prisma could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on('close', async (code) => {
  await database?.stop();
  process.exitCode = code ?? 1;
});

/** The path of the stand-in. An archive without file modes (zip) loses the executable bit, which the CLI needs. */
function schemaEngine() {
  const path = here('schemaEngine/schema-engine.mjs');
  if (process.platform !== 'win32' && !(statSync(path).mode & 0o100)) chmodSync(path, 0o755);
  return path;
}
