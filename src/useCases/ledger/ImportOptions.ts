import type { Readable } from 'node:stream';
import type { Day } from '../../core/day.ts';
import type { DebtorKind } from '../../core/facts.ts';
import type { Money } from '../../core/money.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { ColumnMap } from '../../imports/ColumnMap.ts';
import type { RejectedRow } from '../../imports/LedgerRow.ts';

export interface ImportProgress {
  readonly phase: 'reading' | 'applying';
  /** bytes of the file while reading, steps while applying */
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  readonly db: Db;
  readonly workspace: WorkspaceContext;
  readonly now: Date;
  /** a path, or a stream with the name of its file */
  readonly file: string | { readonly name: string; readonly stream: Readable };
  /** the day the file is of; else its own date (of a bank statement: of its last line), else today. Where the file knows settlements: the ledger as it stood then */
  readonly asOf?: Day | undefined;
  /** ISO 4217, for files that name none; else the workspace's */
  readonly currency?: string | undefined;
  readonly map?: ColumnMap | undefined;
  /** of all the file's debtors, those that are known too unless a manager corrected theirs; else they keep theirs */
  readonly kind?: DebtorKind | undefined;
  /** of debtors that are new, where `kind` does not say; else the workspace's usual kind */
  readonly kindOfNew?: DebtorKind | undefined;
  /** name of the creditor, a new one where `confirm` says so or nothing was imported yet; else the first one */
  readonly creditor?: string | undefined;
  /** who asks for it; the command line where absent */
  readonly memberId?: string | undefined;
  /** what the file must add up to, as typed in by a person: what is open in a ledger, the payments of a bank statement less returned ones */
  readonly controlTotal?: Money | undefined;
  /** a manager has agreed to whatever the brake asks about, and to a new creditor */
  readonly confirm?: boolean | undefined;
  /** a manager has agreed to what the brake asked about: to these reasons and no others */
  readonly agreedTo?: readonly string[] | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** hears every rejected row, with the file's header */
  readonly onRejected?: ((row: RejectedRow, header: readonly string[]) => void | Promise<void>) | undefined;
}

/** What applying rows that were put aside needs to know. */
export type ApplyOptions = Omit<ImportOptions, 'file' | 'asOf' | 'currency' | 'map' | 'creditor'>;
