import { execFile } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DB_USER, password } from './credentials.ts';
import { fail } from './fail.ts';
import type { ServerUser } from './serverUser.ts';

/** What initdb is told: text as Unicode, sorted by code point, upper and lower case known for every script. */
const FLAGS = [
  '-A',
  'scram-sha-256',
  '-E',
  'UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

/**
 * Makes `<home>/cluster` unless it is there. Built aside and moved in whole, so a kill or a race leaves no half-made cluster.
 * Unless `safely`, it may be lost when the machine goes down.
 */
export async function createCluster(
  home: string,
  bin: string,
  user: ServerUser,
  safely: boolean,
): Promise<string> {
  const cluster = join(home, 'cluster');
  if (!existsSync(cluster)) {
    const draft = mkdtempSync(join(home, 'new-'));
    try {
      await initdb(draft, home, bin, user, safely ? [] : ['--no-sync']);
      renameSync(join(draft, 'cluster'), cluster);
    } catch (error) {
      if (!existsSync(cluster)) throw error;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  checkReadable(cluster);
  return cluster;
}

async function initdb(
  draft: string,
  home: string,
  bin: string,
  user: ServerUser,
  flags: string[],
): Promise<void> {
  const passwordFile = join(draft, 'pw');
  writeFileSync(passwordFile, `${password(home)}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(draft, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const args = ['-D', join(draft, 'cluster'), '-U', DB_USER, '--pwfile', passwordFile, ...FLAGS, ...flags];
  try {
    await promisify(execFile)(join(bin, 'initdb'), args, { ...user, cwd: draft });
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    fail(`initdb failed in ${home}: ${stderr || String(error)}`, error);
  }
}

function checkReadable(cluster: string): void {
  try {
    accessSync(cluster, constants.R_OK | constants.X_OK);
  } catch (error) {
    fail(`this user may not read ${cluster}; was Duly started by another user (root) before?`, error);
  }
}
