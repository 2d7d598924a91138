import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { RejectedRow } from '../imports/LedgerRow.ts';
import { rejectedHeader, rejectedLine } from '../imports/rejectedCsv.ts';

/** `NAME.rejected.csv` in the current folder, made with the first row that is put in. */
export function rejectedFile(importedPath: string) {
  const name = `${basename(importedPath, extname(importedPath))}.rejected.csv`;
  let file: WriteStream | undefined;
  return {
    async add(row: RejectedRow, header: readonly string[]): Promise<void> {
      if (!file) {
        file = createWriteStream(resolve(name));
        await once(file, 'open');
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
  };
}
