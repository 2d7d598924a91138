import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { boltLogger } from './boltLogger.ts';
import { dispatch } from './dispatch.ts';
import { InFlight } from './InFlight.ts';
import { listeners } from './listeners.ts';
import type { SlackDeps } from './SlackDeps.ts';

export interface SlackConnection {
  readonly botToken: string;
  /** Socket Mode */
  readonly appToken?: string;
  /** signed HTTP on `port`, in place of Socket Mode */
  readonly http?: { readonly signingSecret: string; readonly port: number };
  /** another Slack than slack.com: the playground */
  readonly apiUrl?: string;
}

export interface SlackApp {
  readonly teamId: string;
  readonly teamName: string;
  readonly botUserId: string;
  /** the interactive client */
  readonly client: App['client'];
  /** starts to listen */
  start(): Promise<void>;
  /** resolves when everything that was acknowledged is done */
  idle(): Promise<void>;
  /** stops listening, then waits for what was acknowledged */
  stop(): Promise<void>;
}

/** HTTP bodies beyond this are refused with 413; Slack's own payloads stay far below. */
const BODY_LIMIT = 1024 * 1024;

/**
 * The real Bolt app, over Socket Mode or signed HTTP. Throws what auth.test answers when the token is not good. Interactive
 * calls are short and retried once at the most, since a trigger lives three seconds.
 */
export async function createSlackApp(connection: SlackConnection, deps: SlackDeps): Promise<SlackApp> {
  const base = connection.apiUrl ? { slackApiUrl: connection.apiUrl } : {};
  const logger = boltLogger(deps.log);
  const receiver = connection.http
    ? new HTTPReceiver({
        signingSecret: connection.http.signingSecret,
        port: connection.http.port,
        bodyLimit: BODY_LIMIT,
        logger,
      })
    : new SocketModeReceiver({
        appToken: connection.appToken ?? '',
        logger,
        // its own client keeps Bolt's 100 retries: a short outage at reconnect time must not end the app
        installerOptions: { clientOptions: base },
      });
  const app = new App({
    token: connection.botToken,
    receiver,
    deferInitialization: true,
    logger,
    logLevel: LogLevel.INFO,
    clientOptions: {
      ...base,
      retryConfig: { retries: 1, minTimeout: 100 },
      rejectRateLimitedCalls: true,
      timeout: 2500,
    },
  });
  const inFlight = new InFlight();
  dispatch(app, { table: listeners, deps, inFlight });
  app.error(async (error) => deps.log.error({ err: error }, 'Slack delivery failed'));
  await app.init();
  const who = await app.client.auth.test();
  return {
    teamId: who.team_id ?? '',
    teamName: who.team ?? 'Slack workspace',
    botUserId: who.user_id ?? '',
    client: app.client,
    async start() {
      await (connection.http ? app.start({ port: connection.http.port, host: '0.0.0.0' }) : app.start());
    },
    idle: () => inFlight.idle(),
    async stop() {
      await app.stop();
      await inFlight.idle();
    },
  };
}
