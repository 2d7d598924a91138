import type { Config } from './config.ts';
import { loadConfig } from './config.ts';
import { DulyError } from './core/DulyError.ts';
import type { Log } from './log.ts';
import { openDatabase } from './openDatabase.ts';
import { type Playground, startPlayground } from './playground/startPlayground.ts';
import { samplePlayground } from './sample/samplePlayground.ts';
import { startSample } from './sample/startSample.ts';
import type { SlackConnection } from './slack/createSlackApp.ts';
import { type RunningDuly, startDuly } from './startDuly.ts';

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
  let playground: Playground | undefined;
  let duly: RunningDuly | undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    await duly?.stop();
    await playground?.stop();
    await database.close();
  };
  try {
    if (!slack) {
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
  for (const line of whereToLook(duly, playground)) print(line);
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
