import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What postmaster.pid says of the server that holds the cluster, or held it when it was killed. */
export interface ServerLock {
  readonly pid: number;
  readonly port: number;
}

const FILE = 'postmaster.pid';

export function readLock(cluster: string): ServerLock | undefined {
  try {
    const [pid, , , port] = readFileSync(join(cluster, FILE), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return undefined; // no server, or one that is just coming or going
  }
}

/**
 * Removes the lock of a server that is dead although its process number lives: as a zombie that nobody reaps (a container without
 * init), or as another program that was given the number (a restarted container). PostgreSQL alone would wait for it for ever.
 * Backends that outlive their postmaster still keep a new server out, by the cluster's shared memory.
 */
export function removeStaleLock(cluster: string): void {
  const lock = readLock(cluster);
  if (lock && isDead(lock.pid)) rmSync(join(cluster, FILE), { force: true });
}

function isDead(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // pid (name) state …
    const [, name, state] = /\((.*)\) (\w)/s.exec(stat) ?? [];
    return state === 'Z' || name !== 'postgres';
  } catch {
    return false; // no such process: PostgreSQL sees that itself
  }
}
