import { parse } from 'csv-parse/sync';
import { DulyError } from '../core/DulyError.ts';
import type { ColumnMap } from './ColumnMap.ts';
import { columnKey } from './columnKey.ts';
import type { FileSource } from './FileSource.ts';
import { readHead } from './FileSource.ts';
import { bankFormat } from './formats/bank.ts';
import { ibmFormat } from './formats/ibm.ts';
import { mappedFormat } from './formats/mapped.ts';
import { quickbooksFormat } from './formats/quickbooks.ts';
import { xeroFormat } from './formats/xero.ts';
import type { LedgerFormat } from './LedgerFormat.ts';
import { csvOptions } from './readRecords.ts';
import { suggestMap } from './suggestMap.ts';
import { UnknownColumns } from './UnknownColumns.ts';

/** A file's format, and where its table begins. */
export interface Recognised {
  readonly format: LedgerFormat;
  readonly delimiter: string;
  /** row of the header, counted from 1 */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly preamble: readonly string[][];
}

const FORMATS = [ibmFormat, xeroFormat, quickbooksFormat, bankFormat];
const DELIMITERS = [',', ';', '\t', '|'];
const HEADER_WITHIN = 40;

/**
 * Knows a file by its columns, never by its name. Throws DulyError `unknown_columns` whose sentence lists the columns
 * found and a `--map` line to start from, or `empty_file`.
 */
export async function recognise(source: FileSource, map?: ColumnMap): Promise<Recognised> {
  const text = new TextDecoder(source.encoding).decode(await readHead(source.path));
  if (!text.trim()) throw new DulyError('empty_file', `empty: ${source.name}`, `“${source.name}” is empty.`);
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, records: firstRecords(text, delimiter) }));
  for (const format of map ? [mappedFormat(map)] : FORMATS) {
    for (const { delimiter, records } of readings) {
      const index = records.findIndex((record) => hasColumns(record, format.columns));
      const header = records[index];
      if (header)
        return { format, delimiter, headerRow: index + 1, header, preamble: records.slice(0, index) };
    }
  }
  const columns = likelyHeader(readings.map(({ records }) => records));
  const missing = map
    ? [...map.values()].filter((column) => !columns.some((has) => sameColumn(has, column)))
    : [];
  const problem = map ? `has no column ${missing.join(', ')}` : 'has columns that Duly does not know';
  const sentence = `“${source.name}” ${problem}. Columns found: ${columns.map((column) => column.slice(0, 60)).join(', ')}. Say what they hold, for example:`;
  throw new UnknownColumns(source.name, columns, `${sentence}\n${suggestMap(columns)}`);
}

function firstRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  // what was read may end amid a quoted cell: the records before count all the same
  parse(text, {
    ...csvOptions,
    delimiter,
    to: HEADER_WITHIN,
    skip_records_with_error: true,
    on_record: (record: string[]) => {
      records.push(record.map((cell) => cell.trim()));
      return null;
    },
  });
  return records;
}

function hasColumns(record: readonly string[], columns: readonly string[]): boolean {
  const keys = new Set(record.map(columnKey));
  return columns.every((column) => keys.has(columnKey(column)));
}

function sameColumn(a: string, b: string): boolean {
  return columnKey(a) === columnKey(b);
}

/** The first record of the reading that has the most cells. */
function likelyHeader(readings: readonly string[][][]): string[] {
  const filled = (record: readonly string[]) => record.filter(Boolean).length;
  const best = readings.flat().reduce((most, record) => (filled(record) > filled(most) ? record : most), []);
  return best.filter(Boolean);
}
