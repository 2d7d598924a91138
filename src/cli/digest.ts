import type { Command } from 'commander';
import { DulyError } from '../core/DulyError.ts';
import { type Day, parseDay } from '../core/day.ts';
import { dueTimes } from '../db/dueTimes.ts';
import { todayOf } from '../db/workspaceContext.ts';
import { dailyDigestText } from '../useCases/digests/dailyDigestText.ts';
import { dailyFacts } from '../useCases/digests/dailyFacts.ts';
import { postDailyDigest } from '../useCases/digests/postDailyDigest.ts';
import type { CliContext } from './CliContext.ts';

interface DigestFlags {
  readonly date?: string;
  readonly workspace?: string;
}

/**
 * Adds `duly digest`: the day's figures as text, the first line of each currency first. It posts nothing; where today's digest
 * stands on Slack already, it is brought up to date there.
 */
export function digestCommand(program: Command, context: CliContext): void {
  program
    .command('digest')
    .description('print a day’s figures: open, past due, promises, what moved')
    .option('--date <date>', 'the day, YYYY-MM-DD (default: today)')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action((flags: DigestFlags) => run(context, flags));
}

async function run(context: CliContext, flags: DigestFlags): Promise<void> {
  const workspace = await context.workspace(flags.workspace);
  const db = await context.db();
  const now = context.clock.now();
  const today = todayOf(workspace, now);
  const day = flags.date === undefined ? today : dayNamed(flags.date);
  const facts = await dailyFacts(db, { workspace, day, today });
  for (const line of dailyDigestText(facts)) context.print(line);
  const stands = (await dueTimes(db, now)).find((due) => due.workspace.id === workspace.id);
  if (day === today && stands?.daily.some(({ on }) => on === today))
    await postDailyDigest(db, { workspace, now });
}

function dayNamed(text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  const sentence = `“${text}” is not a date. Write --date YYYY-MM-DD.`;
  throw new DulyError('bad_date', sentence, sentence);
}
