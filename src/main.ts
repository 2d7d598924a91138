import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { loadConfig } from './config.ts';
import { DulyError } from './core/DulyError.ts';
import { makeFolder } from './db/embedded/makeFolder.ts';
import { soleUse } from './db/soleUse.ts';
import type { Log } from './log.ts';
import { openDatabase } from './openDatabase.ts';
import { type Playground, startPlayground } from './playground/startPlayground.ts';
import { conversationLost } from './sample/conversationLost.ts';
import { samplePlayground } from './sample/samplePlayground.ts';
import { startSample } from './sample/startSample.ts';
import type { SlackConnection } from './slack/createSlackApp.ts';
import { type RunningDuly, startDuly } from './startDuly.ts';

/** How long the job store may take at a start before we say so, in milliseconds; a MongoDB that is away says it after five seconds. */
const START_PATIENCE = 6_000;
const NO_TICKS =
  'The job store (MONGODB_URI) does not answer yet: what falls due by itself waits until it does. `npm run -s duly -- doctor` says more.';

/** How long a stop may take before the process ends all the same, in milliseconds. */
const PATIENCE = 25_000;

/**
 * Starts Duly as configured, and stops it on SIGINT or SIGTERM. Without Slack tokens: on a local Slack with a sample ledger,
 * in a browser. Resolves when it runs; `print` says where to look.
 */
export async function main(
  log: Log,
  print: (line: string) => void,
  config: Config = loadConfig(),
): Promise<void> {
  let slack = config.slack ? slackConnection(config) : undefined;
  const database = await openDatabase(config, log);
  let letGo: (() => Promise<void>) | undefined;
  let playground: Playground | undefined;
  let duly: RunningDuly | undefined;
  const notes: string[] = [];
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    await duly?.stop();
    await playground?.stop();
    await letGo?.();
    await database.close();
  };
  try {
    if (!slack) {
      // its conversation is kept there, whatever the database is
      makeFolder(config.dataDir);
      letGo = (await soleUse(database.url, 'local Slack')) ?? anotherRuns();
      const lost = await conversationLost(database.db, config);
      if (lost) notes.push(lost);
      playground = await startPlayground(await samplePlayground(config));
      slack = playgroundConnection(playground);
    }
    duly = await startDuly({
      db: database.db,
      slack,
      jobStore: config.mongodbUri ? { mongodbUri: config.mongodbUri } : { databaseUrl: database.url },
      smtpUrl: playground?.smtpUrl ?? config.smtpUrl,
      clockUrl: playground?.clockUrl ?? config.playground.clockUrl,
      ...(playground
        ? {
            sources: async (workspaceId, clock) => [
              await startSample({ db: database.db, workspaceId, clock, log }),
            ],
            pace: { postsPerSecond: Number.POSITIVE_INFINITY },
          }
        : {}),
      log,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      print('Stopping…');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
    });
  }
  if (!(await isReady(duly.ready))) notes.push(NO_TICKS);
  for (const line of [...whereToLook(duly, playground), ...notes]) print(line);
}

function isReady(ready: Promise<void>): Promise<boolean> {
  return Promise.race([
    ready.then(
      () => true,
      () => false,
    ),
    sleep(START_PATIENCE, false, { ref: false }),
  ]);
}

function anotherRuns(): never {
  const sentence =
    'A local Slack runs on this database already, in another window perhaps: use that one, or stop it first. For a second one beside it, set DULY_DATA_DIR to another folder and PLAYGROUND_PORT to another port.';
  throw new DulyError('playground_running', sentence, sentence);
}

function playgroundConnection({ botToken, appToken, apiUrl }: Playground): SlackConnection {
  return { botToken, appToken, apiUrl };
}

function slackConnection({ slack, port }: Config): SlackConnection {
  if (slack?.workspaces.kind !== 'one') {
    const sentence =
      'Several workspaces (SLACK_CLIENT_ID …) cannot be served yet: set SLACK_BOT_TOKEN for the one workspace.';
    throw new DulyError('configuration', sentence, sentence);
  }
  const { transport, apiUrl } = slack;
  return {
    botToken: slack.workspaces.botToken,
    ...(transport.kind === 'socket'
      ? { appToken: transport.appToken }
      : { http: { signingSecret: transport.signingSecret, port } }),
    ...(apiUrl ? { apiUrl } : {}),
  };
}

function whereToLook(duly: RunningDuly, playground: Playground | undefined): string[] {
  if (!playground)
    return [`Duly is running in ${duly.slack.teamName}. Type /debt help there. Stop with Ctrl+C.`];
  return [
    '',
    '  Duly is running on a local Slack with a sample ledger.',
    '',
    `  Look:  ${playground.url}`,
    '  Try:   /debt help          what it can do',
    '         /debt list mine     who to call, the most worthwhile first',
    '         /debt log harbour spoke to Jane, promised 1,200 by friday',
    '',
    '  To use your own Slack workspace, see README.md. Stop with Ctrl+C.',
    '',
  ];
}
