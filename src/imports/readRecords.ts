import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Encoding } from './encoding.ts';

export interface FileRecord {
  /** as a spreadsheet numbers it: the first row is 1, blank ones count */
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** the file cannot be read beyond this record, for this reason */
  readonly broken?: string;
}

const LONGEST_RECORD = 1 << 20;

/** How separated values are read everywhere: short and long rows and stray quotation marks are no reason to stop. */
export const csvOptions = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_RECORD,
} as const;

/**
 * The records of a file, one after another in bounded memory; `onBytes` hears how far the reading is. A quotation mark that
 * is never closed ends it with a record that says so.
 */
export async function* readRecords(
  file: { path: string; encoding: Encoding },
  delimiter: string,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<FileRecord> {
  const input = createReadStream(file.path, { highWaterMark: 1 << 18 });
  const parser = parse({ ...csvOptions, delimiter });
  const bytes = file.encoding === 'utf-8' ? input : Readable.from(decoded(input, file.encoding));
  pipeline(bytes, parser, () => {
    // the parser carries the error to whoever reads it
  });
  let rowNumber = 0;
  let told = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (onBytes && input.bytesRead > told) {
        told = input.bytesRead;
        onBytes(told);
      }
      yield { rowNumber: ++rowNumber, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield {
      rowNumber: rowNumber + 1,
      cells: [],
      broken:
        'A quotation mark is opened in this row and not closed: neither it nor what follows can be read.',
    };
  } finally {
    input.destroy();
  }
}

async function* decoded(input: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of input) {
    const text = decoder.decode(chunk, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
