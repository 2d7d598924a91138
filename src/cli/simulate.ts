import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { simulateLedger } from '../useCases/policies/simulateLedger.ts';
import { simulationCsv } from '../useCases/policies/simulationCsv.ts';
import { simulationLines } from '../useCases/policies/simulationLines.ts';
import { simulationPictures } from '../useCases/policies/simulationPictures.ts';
import type { CliContext } from './CliContext.ts';
import { cannotWrite } from './cannotWrite.ts';

interface SimulateFlags {
  readonly picture?: string;
  readonly accounts?: string;
  readonly workspace?: string;
}

/** Adds `duly simulate`: the next thirty days with the policies as they are, and with their drafts. It writes nothing to the database. */
export function simulateCommand(program: Command, context: CliContext): void {
  program
    .command('simulate')
    .description('the next 30 days on today’s ledger: who would stand where, what would be sent')
    .option(
      '--picture <name>',
      'write each member’s tasks a day as NAME-1.png, changed policies as NAME-2.png',
    )
    .option('--accounts <file>', 'write every account that would move into a CSV file')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action((flags: SimulateFlags) => run(context, flags));
}

async function run(context: CliContext, flags: SimulateFlags): Promise<void> {
  const workspace = await context.workspace(flags.workspace);
  const db = await context.db();
  const simulation = await simulateLedger(db, {
    workspace,
    now: context.clock.now(),
    progress: async (done, all) => void process.stderr.write(`\r${done} of ${all} accounts`),
  });
  process.stderr.write('\n');
  const { headline, figures, moves, accounts, caveat } = simulationLines(simulation);
  for (const line of [headline, ...figures, ...moves, ...accounts, caveat]) context.print(line);
  const moved = simulationCsv(simulation);
  if (flags.accounts !== undefined && moved !== undefined) await write(flags.accounts, moved);
  if (flags.picture === undefined) return;
  for (const [index, { picture }] of (await simulationPictures(simulation, workspace)).entries()) {
    await write(`${flags.picture}-${index + 1}.png`, picture.png);
  }
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
