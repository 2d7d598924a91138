import { Readable } from 'node:stream';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { connect } from '../../src/db/client.ts';
import { type RunningDuly as Duly, startDuly } from '../../src/startDuly.ts';
import type { ImportResult } from '../../src/useCases/ledger/ImportResult.ts';
import { importLedger } from '../../src/useCases/ledger/importLedger.ts';
import { freePort } from './freePort.ts';
import { type Team, type TeamOptions, teamOnSlack } from './teamOnSlack.ts';

/** How Slack reaches Duly. */
export type Mode = 'socket' | 'http';
export const modes: readonly Mode[] = ['socket', 'http'];

export interface RunningOptions extends TeamOptions {
  readonly mode?: Mode;
  /** writes what is on the books before Duly starts */
  readonly books?: (team: Team) => Promise<unknown>;
  /** another way to the database than the straight one, such as a slow line; given the database's address */
  readonly reachDatabase?: (url: string) => Promise<string>;
}

/** Duly as it runs in production, with a team at it. */
export interface RunningDuly extends Team {
  readonly duly: Duly;
  /** what Duly wrote into its log, as objects */
  readonly log: readonly Record<string, unknown>[];
  /** where signed requests go in HTTP mode */
  readonly requestUrl: string;
  /** Brings in what the bank booked, and lets Duly do what follows from it. `amount` as banks write it: `1.200,00`. */
  bankBooks(payments: readonly BankLine[]): Promise<ImportResult>;
  /** Brings in any file as of the playground's day, and lets Duly do what follows. */
  imports(name: string, csv: string): Promise<ImportResult>;
}

export interface BankLine {
  readonly on: string;
  readonly payer: string;
  readonly reference: string;
  readonly amount: string;
  readonly currency?: string;
}

/** Starts the real wiring on it, over Socket Mode or signed HTTP; everything ends with the test. */
export async function runningDuly(options: RunningOptions = {}): Promise<RunningDuly> {
  const team = await teamOnSlack(options);
  const { playground, db } = team;
  await options.books?.(team);
  const port = options.mode === 'http' ? await freePort() : 0;
  const { botToken, appToken, apiUrl, signingSecret } = playground;
  const log: Record<string, unknown>[] = [];
  const reach = options.reachDatabase;
  const databaseUrl = reach ? await reach(team.databaseUrl) : team.databaseUrl;
  const dulysDb = reach ? connect(databaseUrl) : db;
  const duly = await startDuly({
    db: dulysDb,
    slack: {
      botToken,
      apiUrl,
      ...(options.mode === 'http' ? { http: { signingSecret, port } } : { appToken }),
    },
    jobStore: { databaseUrl },
    smtpUrl: playground.smtpUrl,
    clockUrl: playground.clockUrl,
    pace: { postsPerSecond: Number.POSITIVE_INFINITY },
    log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'info' }, { write: (line) => keep(log, line) }),
  });
  onTestFinished(async () => {
    await duly.stop();
    if (reach) await dulysDb.close();
  });
  const requestUrl = `http://127.0.0.1:${port}/slack/events`;
  if (options.mode === 'http') playground.setRequestUrl(requestUrl);
  const imports = async (name: string, csv: string) => {
    const result = await importLedger({
      db,
      workspace: await team.workspace(),
      now: playground.now(),
      file: { name, stream: Readable.from([csv]) },
    });
    await duly.pulse.settle();
    return result;
  };
  return {
    ...team,
    duly,
    log,
    requestUrl,
    imports,
    bankBooks: (lines) => imports(`bank-${newId()}.csv`, bankCsv(lines)),
  };
}

function bankCsv(lines: readonly BankLine[]): string {
  const rows = lines.map((line) =>
    [line.on, line.payer, line.reference, line.amount, line.currency ?? 'GBP'].join(';'),
  );
  return ['date;payer;reference;amount;currency', ...rows].join('\n');
}

function keep(log: Record<string, unknown>[], line: string): void {
  if (process.env.TEST_LOG_LEVEL) process.stderr.write(line);
  log.push(JSON.parse(line));
}
