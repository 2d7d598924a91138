import { DulyError } from '../core/DulyError.ts';
import type { Day } from '../core/day.ts';
import { isCurrency } from '../core/money.ts';
import type { ColumnMap } from './ColumnMap.ts';
import { columnKey } from './columnKey.ts';
import type { FileSource } from './FileSource.ts';
import type { DateOrder } from './fileDay.ts';
import type { LedgerFormat } from './LedgerFormat.ts';
import type { ReadRow } from './LedgerRow.ts';
import { readRows } from './readRows.ts';
import { recognise } from './recognise.ts';
import { surveyStyle } from './surveyStyle.ts';

export interface ReadingOptions {
  readonly map?: ColumnMap | undefined;
  /** ISO 4217, for files that name none */
  readonly currency?: string | undefined;
  /** for files whose every date could be read either way */
  readonly usualOrder: DateOrder;
}

/** A recognised file, ready to be read. */
export interface LedgerFile {
  readonly format: LedgerFormat;
  readonly source: FileSource;
  readonly header: readonly string[];
  readonly delimiter: string;
  /** the day the file says it is of */
  readonly ownDate: Day | undefined;
  /** Its rows in order, in bounded memory; wrong ones as rejected rows, never as an error. May be read again. */
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<ReadRow>;
}

/**
 * Recognises a file by its columns and finds out how it writes. Throws DulyError: `unknown_columns`, `empty_file`,
 * `bad_currency`, or `no_currency` where neither the file nor the caller names one.
 */
export async function openLedgerFile(source: FileSource, options: ReadingOptions): Promise<LedgerFile> {
  const { currency, map, usualOrder } = options;
  if (currency !== undefined && !isCurrency(currency)) {
    throw new DulyError(
      'bad_currency',
      `no currency: ${currency}`,
      `“${currency}” is not a currency code such as EUR.`,
    );
  }
  const recognised = await recognise(source, map);
  const { format, header } = recognised;
  const column = format.currencyColumn;
  const named = column !== undefined && header.some((name) => columnKey(name) === columnKey(column));
  if (!named && currency === undefined) {
    throw new DulyError(
      'no_currency',
      `${source.name} names no currency`,
      `“${source.name}” does not say which currency its amounts are in. Say it with --currency, for example --currency EUR.`,
    );
  }
  const style = await surveyStyle(source, recognised, usualOrder);
  return {
    format,
    source,
    header,
    delimiter: recognised.delimiter,
    ownDate: format.ownDate?.(recognised.preamble),
    rows: (onBytes) => readRows(source, recognised, style, currency, onBytes),
  };
}
