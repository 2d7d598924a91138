import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseColumnMap } from '../../src/imports/ColumnMap.ts';
import { openFileSource } from '../../src/imports/FileSource.ts';
import type { ReadRow } from '../../src/imports/LedgerRow.ts';
import { openLedgerFile, type ReadingOptions } from '../../src/imports/openLedgerFile.ts';

/** Writes a file for the running test. */
export function writeFile(content: string | Uint8Array, name = 'ledger.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'duly-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Reads a whole file into its format and rows. */
export async function readFile(
  path: string,
  options: Partial<Omit<ReadingOptions, 'map'>> & { map?: string[] } = {},
) {
  const { map, ...rest } = options;
  const file = await openLedgerFile(await openFileSource(path), {
    usualOrder: 'dmy',
    ...rest,
    ...(map ? { map: parseColumnMap(map) } : {}),
  });
  const rows: ReadRow[] = [];
  for await (const row of file.rows()) rows.push(row);
  return { file, rows, invoices: rows.flatMap((row) => (row.type === 'invoice' ? [row] : [])) };
}
