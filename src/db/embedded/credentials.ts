import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const DB_USER = 'duly';

/**
 * The server's password, made at the first start and kept beside the cluster, readable by this user alone. Whoever comes first
 * writes it; everybody reads the same.
 */
export function password(home: string): string {
  const file = join(home, 'password');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file); // fails where the file exists, and is never seen half written
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
