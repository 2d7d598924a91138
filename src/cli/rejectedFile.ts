import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { RejectedRow } from '../imports/LedgerRow.ts';
import { REJECTED_START, rejectedHeader, rejectedLine } from '../imports/rejectedCsv.ts';
import { cannotWrite } from './cannotWrite.ts';

/** `NAME.rejected.csv` in the current folder, made with the first row that is put in. */
export function rejectedFile(importedPath: string) {
  const name = `${basename(importedPath, extname(importedPath))}.rejected.csv`;
  let file: WriteStream | undefined;
  return {
    async add(row: RejectedRow, header: readonly string[]): Promise<void> {
      if (!file) {
        file = createWriteStream(resolve(name));
        await once(file, 'open').catch((error: unknown) => {
          file = undefined;
          throw cannotWrite(resolve(name), error);
        });
        file.write(rejectedHeader(header));
      }
      if (!file.write(rejectedLine(row))) await once(file, 'drain');
    },
    /** Its name, where there was anything to put in. */
    async close(): Promise<string | undefined> {
      if (!file) return undefined;
      file.end();
      await finished(file);
      return name;
    },
    /**
     * Removes what an earlier import left under that name, once a whole file was taken without rejects; answers its name. A file
     * that does not begin as ours do, or that is the imported one itself, is left alone.
     */
    async removeStale(): Promise<string | undefined> {
      const path = resolve(name);
      if (file || path === resolve(importedPath) || !(await beginsLikeOurs(path))) return undefined;
      await rm(path, { force: true });
      return name;
    },
  };
}

async function beginsLikeOurs(path: string): Promise<boolean> {
  let start = '';
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', end: 63 })) start += chunk;
  } catch {
    // none there, or none that can be read
    return false;
  }
  return start.startsWith(REJECTED_START);
}
