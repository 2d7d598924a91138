import { Command } from 'commander';
import { attachCommand } from './cli/attach.ts';
import type { CliContext } from './cli/CliContext.ts';
import { digestCommand } from './cli/digest.ts';
import { doctorCommand } from './cli/doctor.ts';
import { exportCommand } from './cli/export.ts';
import { failureSentence } from './cli/failureSentence.ts';
import { importCommand } from './cli/import.ts';
import { policyCommand } from './cli/policy.ts';
import { simulateCommand } from './cli/simulate.ts';
import { systemClock } from './clock.ts';
import { type Config, loadConfig, readEnvironment } from './config.ts';
import { DulyError } from './core/DulyError.ts';
import { createLog, LOG_LEVELS, type Log, type LogLevel } from './log.ts';
import { main } from './main.ts';
import { type OpenDatabase, openDatabase } from './openDatabase.ts';
import { ensureWorkspace } from './useCases/workspaces/ensureWorkspace.ts';

/** Runs one command of the command line; its exit code tells how it went. */
export async function cli(argv: readonly string[]): Promise<void> {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', goOnUnheard);
  const program = new Command('duly').description('Slack app for collection teams').showHelpAfterError();
  let config: Config | undefined;
  const settings = () => {
    config ??= loadConfig();
    return config;
  };
  // figures go to standard output, so everything else goes to the other one
  const log = createLog(logLevel(argv[0] === 'start' ? 'info' : 'warn'), process.stderr);
  let database: Promise<OpenDatabase> | undefined;
  const db = async () => {
    database ??= openDatabase(settings(), log);
    return (await database).db;
  };
  const context: CliContext = {
    db,
    config: settings,
    clock: systemClock,
    log,
    workspace: async (named) => ensureWorkspace({ db: await db(), named, now: systemClock.now() }),
    print,
    exitWith: (code) => {
      process.exitCode = code;
    },
  };
  let keepsRunning = false;
  program
    .command('start')
    .description('run Duly: on Slack, or on a local Slack with a sample ledger when no tokens are set')
    .action(async () => {
      await main(log, print, settings());
      keepsRunning = true;
    });
  importCommand(program, context);
  attachCommand(program, context);
  digestCommand(program, context);
  policyCommand(program, context);
  simulateCommand(program, context);
  exportCommand(program, context);
  doctorCommand(program, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    complain(error, log);
    process.exitCode = 1;
  } finally {
    if (database) await database.then((open) => open.close()).catch(() => {});
  }
  // libraries may hold timers; nothing of ours is left to do
  if (!keepsRunning) process.exit();
}

/** Who reads may leave early (`| head -1`): what was begun is done all the same, and the database is closed. */
function goOnUnheard(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** A sentence for who typed it. Only what nobody foresaw comes with its stack, unless LOG_LEVEL asks for more. */
function complain(error: unknown, log: Log): void {
  const known = error instanceof DulyError ? error.userMessage : failureSentence(error);
  process.stderr.write(`${known ?? String(error)}\n`);
  if (!(error instanceof DulyError)) process.stderr.write('`npm run -s duly -- doctor` says more.\n');
  log[known === undefined ? 'error' : 'debug']({ err: error }, 'a command failed');
}

/** Commands print for people: their log says only what went wrong, unless LOG_LEVEL asks for more. */
function logLevel(unlessAsked: LogLevel): LogLevel {
  const asked = readEnvironment().LOG_LEVEL;
  return LOG_LEVELS.find((level) => level === asked) ?? unlessAsked;
}

await cli(process.argv.slice(2));
