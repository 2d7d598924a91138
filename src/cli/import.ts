import { type Command, Option } from 'commander';
import { DulyError } from '../core/DulyError.ts';
import { type Day, isoDay, parseDay } from '../core/day.ts';
import { debtorKinds } from '../core/debtorKinds.ts';
import type { DebtorKind } from '../core/facts.ts';
import type { Money } from '../core/money.ts';
import { parseAmount } from '../core/parseAmount.ts';
import { parseColumnMap } from '../imports/ColumnMap.ts';
import type { ImportResult } from '../useCases/ledger/ImportResult.ts';
import { importLedger } from '../useCases/ledger/importLedger.ts';
import { UnknownCreditor } from '../useCases/ledger/UnknownCreditor.ts';
import { undoImport } from '../useCases/ledger/undoImport.ts';
import type { CliContext } from './CliContext.ts';
import { importBar } from './importBar.ts';
import { rejectedFile } from './rejectedFile.ts';

/** the import was read and held back: a manager has to confirm */
export const EXIT_BRAKE = 3;

/** none of its rows could be taken */
const EXIT_REFUSED = 1;

const DID: Readonly<Record<ImportResult['status'], string>> = {
  applied: 'Imported',
  brake: 'Held back',
  refused: 'Not imported',
};

interface ImportFlags {
  readonly asOf?: string;
  readonly currency?: string;
  readonly map?: string[];
  readonly kind?: DebtorKind;
  readonly creditor?: string;
  readonly workspace?: string;
  readonly controlTotal?: string;
  readonly confirm?: boolean;
  /** true without an id */
  readonly undo?: string | true;
}

/**
 * Adds `duly import FILE`. It prints what was done and ends with 0, or with 3 where the import waits for `--confirm`, with 1 where none
 * of its rows could be taken; what cannot be done at all is thrown as DulyError. Rejected rows go to `NAME.rejected.csv` in the current folder, which goes
 * once the file is taken without any. `duly import --undo [ID]` takes one back.
 */
export function importCommand(program: Command, context: CliContext): void {
  program
    .command('import')
    .description('bring in a ledger or a bank statement (CSV)')
    .argument('[file]', 'IBM, Xero, QuickBooks or bank CSV, or any other with --map')
    .option(
      '--as-of <date>',
      'the day the file is of, YYYY-MM-DD (default: its own date, of a bank statement that of its last line, else today)',
    )
    .option('--currency <code>', 'currency of a file that names none (default: the workspace’s)')
    .option('--map <column=field...>', 'what the columns of another file hold')
    .addOption(
      new Option(
        '--kind <kind>',
        'what the debtors are, those that are known too (default: new ones are of the kind in /debt settings)',
      ).choices(debtorKinds),
    )
    .option(
      '--creditor <name>',
      'whom the money is owed to (default: the first); a new one needs --confirm once files were imported',
    )
    .option('--workspace <name>', 'which workspace, where there are several')
    .option('--control-total <amount>', 'what the file must add up to, such as “USD 4,067.25”')
    .option('--confirm', 'apply what was held back: a manager has agreed')
    .option(
      '--undo [id]',
      'take an import back, the last one where no id is given, until the end of the next business day',
    )
    .action((file: string | undefined, flags: ImportFlags) => {
      if (flags.undo !== undefined) return undo(context, file, { ...flags, undo: flags.undo });
      if (file === undefined) throw noFile();
      return run(context, file, flags);
    });
}

async function run(context: CliContext, file: string, flags: ImportFlags): Promise<void> {
  const asOf = flags.asOf === undefined ? undefined : asOfDay(flags.asOf);
  const map = flags.map ? parseColumnMap(flags.map) : undefined;
  const workspace = await context.workspace(flags.workspace);
  const currency = flags.currency?.toUpperCase();
  const controlTotal = flags.controlTotal
    ? totalOf(flags.controlTotal, currency ?? workspace.currency)
    : undefined;
  const rejected = rejectedFile(file);
  const bar = importBar();
  try {
    const result = await importLedger({
      db: await context.db(),
      workspace,
      now: context.clock.now(),
      file,
      asOf,
      currency,
      map,
      kind: flags.kind,
      creditor: flags.creditor,
      controlTotal,
      confirm: flags.confirm,
      onProgress: bar?.show,
      onRejected: rejected.add,
    });
    bar?.stop();
    report(context, file, result, { asksInSlack: workspace.startedAt !== undefined });
    if (result.status === 'brake') context.exitWith(EXIT_BRAKE);
    else if (result.status === 'refused') context.exitWith(EXIT_REFUSED);
    else if (result.counts.rejected === 0) {
      const stale = await rejected.removeStale();
      if (stale) context.print(`${stale} is removed: no row is left to mend.`);
    }
  } catch (error) {
    if (!(error instanceof UnknownCreditor)) throw error;
    bar?.stop();
    context.print(`Held back: ${file}`);
    context.print(`  ${error.userMessage}`);
    context.exitWith(EXIT_BRAKE);
  } finally {
    bar?.stop();
    const name = await rejected.close();
    if (name) context.print(`All rejected rows are in ${name}, with their reasons.`);
  }
}

function report(
  { print }: CliContext,
  file: string,
  result: ImportResult,
  { asksInSlack }: { asksInSlack: boolean },
): void {
  const { format, asOf, creditor, status } = result;
  print(`${DID[status]}: ${file} (${format}, as of ${isoDay(asOf)}, ${creditor})`);
  for (const sentence of result.sentences) print(`  ${sentence}`);
  if (status === 'applied')
    print(`  Until the end of the next business day it can be undone: import --undo ${result.importId}`);
  if (status === 'brake')
    print(
      `  Managers are asked in Slack${asksInSlack ? '' : ' once Duly is started'}. On the command line that is: the same again with --confirm.`,
    );
  for (const { rowNumber, reason } of result.rejected) print(`  Row ${rowNumber}: ${reason}`);
  const more = result.counts.rejected - result.rejected.length;
  if (more > 0) print(`  … and ${more} more.`);
}

async function undo(
  context: CliContext,
  file: string | undefined,
  { undo, workspace: name }: ImportFlags & { readonly undo: string | true },
): Promise<void> {
  if (file !== undefined) throw undoTakesNoFile();
  const workspace = await context.workspace(name);
  const importId = undo === true ? undefined : undo;
  const now = context.clock.now();
  const undone = await undoImport(await context.db(), { workspace, importId, individuals: true, now });
  context.print(`Undone: ${undone.fileName} (${undone.importId})`);
  for (const sentence of undone.sentences) context.print(`  ${sentence}`);
}

function noFile(): DulyError {
  const sentence =
    'Name the file to bring in, such as “import ledger.csv”, or take the last import back with --undo.';
  return new DulyError('no_file', sentence, sentence);
}

function undoTakesNoFile(): DulyError {
  const sentence =
    'Undo an import alone, without a file: “import --undo”, or with the id that was printed when it was imported.';
  return new DulyError('undo_takes_no_file', sentence, sentence);
}

function asOfDay(text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  const sentence = `“${text}” is not a date. Write --as-of YYYY-MM-DD.`;
  throw new DulyError('bad_date', sentence, sentence);
}

function totalOf(text: string, currency: string | undefined): Money {
  const parsed = parseAmount(text, { currency });
  const of = 'error' in parsed ? undefined : (parsed.currency ?? currency);
  if ('error' in parsed || of === undefined) {
    const sentence = `“${text}” is not an amount with its currency, such as “USD 4,067.25”.`;
    throw new DulyError('bad_amount', sentence, sentence);
  }
  return { currency: of, amount: parsed.minor };
}
