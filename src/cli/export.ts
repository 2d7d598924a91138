import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { DulyError } from '../core/DulyError.ts';
import { todayOf, type WorkspaceContext } from '../db/workspaceContext.ts';
import { debtorLabel } from '../useCases/accounts/debtorLabel.ts';
import { findDebtor } from '../useCases/accounts/findDebtor.ts';
import { recordExport } from '../useCases/evidence/recordExport.ts';
import { writeEvidence } from '../useCases/evidence/writeEvidence.ts';
import type { CliContext } from './CliContext.ts';
import { cannotWrite } from './cannotWrite.ts';

interface ExportFlags {
  readonly to?: string;
  readonly workspace?: string;
}

/** Adds `duly export DEBTOR`: the evidence pack of an account as a ZIP file, with all copies of its open invoices. */
export function exportCommand(program: Command, context: CliContext): void {
  program
    .command('export')
    .description(
      'write the evidence pack of an account: what is owed, agreed, done and was sent, as a ZIP file',
    )
    .argument('<debtor...>', 'a piece of its name, its account number or an invoice number')
    .option('--to <file>', 'where to write it (default: evidence-ACCOUNT-DAY.zip in this folder)')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action((words: string[], flags: ExportFlags) => run(context, words.join(' '), flags));
}

async function run(context: CliContext, words: string, flags: ExportFlags): Promise<void> {
  const workspace = await context.workspace(flags.workspace);
  const now = context.clock.now();
  const db = await context.db();
  const debtor = await theOne(context, { workspace, words });
  const about = { workspace, debtorId: debtor.id, mostCopyBytes: Number.POSITIVE_INFINITY, now };
  const { filename, zip, aside } = await writeEvidence(db, about);
  const path = flags.to ?? filename;
  try {
    await writeFile(path, zip);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  const done = { workspaceId: workspace.id, debtorId: debtor.id, actor: 'cli', now };
  await db.transaction((tx) => recordExport(tx, done));
  context.print(`${path}: the evidence pack of ${debtor.name}, account ${debtor.account}`);
  for (const sentence of aside) context.print(sentence);
}

async function theOne(
  context: CliContext,
  { workspace, words }: { workspace: WorkspaceContext; words: string },
) {
  const today = todayOf(workspace, context.clock.now());
  const match = await findDebtor(await context.db(), { workspaceId: workspace.id, words, today });
  if (match.kind === 'one') return match.debtor;
  const [offered, said] =
    match.kind === 'several'
      ? [match.debtors, `Several accounts fit “${words}”: name one by its account number.`]
      : [
          match.nearest,
          `There is no account “${words}”.${match.nearest.length > 0 ? ' The nearest are:' : ''}`,
        ];
  const sentence = [said, ...offered.map((one) => debtorLabel(one, workspace.locale))].join('\n');
  throw new DulyError('debtor_not_found', `no single debtor for ${words}`, sentence);
}
