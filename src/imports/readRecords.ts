import { createReadStream } from 'node:fs';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import type { Encoding } from './encoding.ts';

export interface FileRecord {
  /** as a spreadsheet numbers it: the first row is 1, blank ones count */
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** why it could not be read, nor anything behind it; its one cell is the line as it stands in the file */
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

/** a line as it stands: no text file has this character */
const LINES = { ...csvOptions, quote: false, delimiter: '\0' } as const;

const BROKEN =
  'A quotation mark is opened in this row and not closed: neither it nor what follows can be read.';

/**
 * The records of a file, one after another in bounded memory; `onBytes` hears how far the reading is. From a quotation mark on that is never
 * closed they are the lines of the file, each of which says that it could not be read.
 */
export async function* readRecords(
  file: { path: string; encoding: Encoding },
  delimiter: string,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<FileRecord> {
  let rowNumber = 0;
  const reading = parsed(file, { ...csvOptions, delimiter }, { from: 0, onBytes });
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) yield { rowNumber: ++rowNumber, cells: next.value };
  if (next.value === undefined) return;
  const opened = rowNumber + 1;
  for await (const cells of parsed(file, LINES, { from: next.value })) {
    rowNumber++;
    const behind = `It stands behind the quotation mark that is opened in row ${opened} and not closed.`;
    yield { rowNumber, cells, broken: rowNumber === opened ? BROKEN : behind };
  }
  // a line of endless length
  if (rowNumber < opened) yield { rowNumber: opened, cells: [], broken: BROKEN };
}

/** Records from a byte of the decoded file on; returns at which byte the first one begins that cannot be read, if one cannot. */
async function* parsed(
  file: { path: string; encoding: Encoding },
  options: Options,
  { from, onBytes }: { from: number; onBytes?: ((bytes: number) => void) | undefined },
): AsyncGenerator<string[], number | undefined> {
  const input = createReadStream(file.path, { highWaterMark: 1 << 18 });
  const records: string[][] = [];
  let readTo = from;
  // taken as they are found: a parser that fails throws away what nobody has fetched from it yet
  const take = (record: string[], { bytes }: { bytes: number }) => {
    records.push(record);
    readTo = from + bytes;
    return null;
  };
  const parser = parse({ ...options, on_record: take });
  // whoever writes hears of it
  parser.on('error', () => {});
  try {
    let skip = from;
    for await (const chunk of file.encoding === 'utf-8' ? input : decoded(input, file.encoding)) {
      const bytes = (chunk as Buffer).subarray(skip);
      skip -= chunk.length - bytes.length;
      const broken = bytes.length > 0 && (await breaks(parser, bytes));
      onBytes?.(input.bytesRead);
      yield* records.splice(0);
      if (broken) return readTo;
    }
    const broken = await breaks(parser);
    yield* records.splice(0);
    return broken ? readTo : undefined;
  } finally {
    input.destroy();
  }
}

/** Has the parser read on, to the end where nothing more comes. True: it met a record that cannot be read. */
async function breaks(parser: Parser, bytes?: Buffer): Promise<boolean> {
  const error = await new Promise<Error | null | undefined>((resolve) => {
    if (bytes) parser.write(bytes, resolve);
    else parser.end(resolve);
  });
  if (error && !(error instanceof CsvError)) throw error;
  return Boolean(error);
}

async function* decoded(input: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of input) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
