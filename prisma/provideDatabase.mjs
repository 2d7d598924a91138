// Lends the CLI the local PostgreSQL of this checkout when a command needs a database and DATABASE_URL names none.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { config as readDotenv } from 'dotenv';

const NEEDS_DATABASE = new Set(['migrate', 'db', 'studio']);

/**
 * @param {string[]} args the CLI's arguments
 * @param {NodeJS.ProcessEnv} env looked at, not changed
 * @returns {Promise<{url: string, stop(): Promise<void>} | undefined>}
 */
export async function provideDatabase(args, env) {
  if (!NEEDS_DATABASE.has(args[0] ?? '') || args.includes('--help')) return undefined;
  const settings = { ...readDotenv({ quiet: true, processEnv: {} }).parsed, ...env };
  if (settings.DATABASE_URL) return undefined;
  const embedded = new URL('../src/db/embedded.ts', import.meta.url);
  if (!existsSync(embedded)) return undefined;
  const { tsImport } = await import('tsx/esm/api');
  const { startEmbedded } = await tsImport(embedded.href, import.meta.url);
  const log = { info() {}, warn: console.error };
  const dataDir = settings.DULY_DATA_DIR ?? fileURLToPath(new URL('../data', import.meta.url));
  return startEmbedded({ dataDir, log });
}
