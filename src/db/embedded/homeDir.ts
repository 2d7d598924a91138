import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, rmdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../../log.ts';
import { makeFolder } from './makeFolder.ts';
import { canReach, serverUser } from './serverUser.ts';
import { SYSTEM_DIR } from './systemDir.ts';

/**
 * The folder that holds the cluster and what belongs to it: `<dataDir>/postgres`. Where the unprivileged server cannot reach that
 * (root's home folder), it is a symbolic link to a folder of this checkout's own below SYSTEM_DIR.
 */
export function homeDir(dataDir: string, log: Pick<Log, 'info'>): string {
  const home = join(dataDir, 'postgres');
  makeFolder(dataDir);
  if (!lstatSync(home, { throwIfNoEntry: false })) {
    makeReadable(home);
    if (!canReach(home, serverUser(join(home, 'cluster')))) moveOut(home, log);
  }
  return realpathSync(home);
}

function moveOut(home: string, log: Pick<Log, 'info'>): void {
  const checkout = basename(dirname(dirname(home)));
  const key = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const place = join(SYSTEM_DIR, `${checkout}-${key}`);
  mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  makeReadable(place);
  rmdirSync(home);
  symlinkSync(place, home);
  log.info(
    { home, place },
    'the database lives outside this private folder, where its own user can reach it',
  );
}

/** Others may pass through it to what they own inside, whatever the umask says. */
function makeReadable(folder: string): void {
  makeFolder(folder);
  chmodSync(folder, 0o755);
}
