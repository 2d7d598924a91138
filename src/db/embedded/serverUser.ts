import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fail } from './fail.ts';

/** Who runs the server: `{}` for the user who runs Duly, since PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = 'postgres';

/** As root: the owner of an existing cluster, else the user `postgres`, created when the machine has none. */
export function serverUser(cluster: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

/** Whether that user can enter the folder and read what is in it, as far as every folder above allows. */
export function canReach(folder: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true;
  return (
    spawnSync('test', ['-x', folder, '-a', '-r', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

function lookUp(): ServerUser | undefined {
  const id = (flag: string) => spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function create(): ServerUser {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
      { stdio: 'pipe' },
    );
  } catch (error) {
    // Another process may have been faster.
    return (
      lookUp() ??
      fail(`PostgreSQL does not run as root, and the user "${NAME}" could not be created for it.`, error)
    );
  }
  return lookUp() ?? fail(`the user "${NAME}" was created but cannot be found.`);
}
