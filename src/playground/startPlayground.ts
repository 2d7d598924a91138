import type { AddressInfo } from 'node:net';
import { Watchers } from './client/Watchers.ts';
import { ClockHooks } from './clock/ClockHooks.ts';
import { PlaygroundClock } from './clock/PlaygroundClock.ts';
import { Activity } from './delivery/Activity.ts';
import { Delivery } from './delivery/Delivery.ts';
import { Traffic } from './delivery/Traffic.ts';
import { Faults } from './faults/Faults.ts';
import { createHttpServer } from './http/createHttpServer.ts';
import { HttpTransport } from './http/HttpTransport.ts';
import { FunctionExecutions } from './interaction/FunctionExecutions.ts';
import { MessageStates } from './interaction/MessageStates.ts';
import type { LocalSlack } from './LocalSlack.ts';
import { Mailbox } from './mail/Mailbox.ts';
import { startSmtp } from './mail/startSmtp.ts';
import type { PlaygroundOptions } from './PlaygroundOptions.ts';
import { readManifest } from './readManifest.ts';
import { ResponseUrls } from './respond/ResponseUrls.ts';
import { SocketHub } from './socket/SocketHub.ts';
import { SocketTransport } from './socket/SocketTransport.ts';
import { Conversations } from './state/Conversations.ts';
import { FileStore } from './state/FileStore.ts';
import { identityOf } from './state/Identity.ts';
import { Messages } from './state/Messages.ts';
import { StateFile } from './state/StateFile.ts';
import { Triggers } from './state/Triggers.ts';
import { TsCounter } from './state/TsCounter.ts';
import { Views } from './state/Views.ts';
import { OauthGrants } from './webApi/OauthGrants.ts';
import { RateLimits } from './webApi/RateLimits.ts';
import { Tokens } from './webApi/Tokens.ts';

export type { PlaygroundOptions } from './PlaygroundOptions.ts';

/** A running playground, and all an app needs to be its app. */
export interface Playground {
  /** `http://127.0.0.1:PORT`: the web page, and `/client/*` below it. */
  url: string;
  /** Slack's Web API, with the slash at the end: `SLACK_API_URL`. */
  apiUrl: string;
  /** `PLAYGROUND_CLOCK_URL` */
  clockUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  botUserId: string;
  clientId: string;
  clientSecret: string;
  /** Its own mail server: `SMTP_URL`. */
  smtpUrl: string;
  /** From now on by signed HTTP requests to this URL instead of Socket Mode. */
  setRequestUrl(url: string): void;
  now(): Date;
  /** Ends every server, socket and timer, after the state file has been written. */
  stop(): Promise<void>;
}

/**
 * Starts a local Slack for one app: strict Web API, Socket Mode or signed HTTP, mail, a clock that can be
 * moved, and the calls by which a person (or a test) uses it. Listens on 127.0.0.1 only.
 * @throws when the manifest cannot be read, the port is taken or the state file is not one of ours
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const manifest = readManifest(options.manifest);
  const stateFile = options.stateFile === undefined ? undefined : new StateFile(options.stateFile);
  const saved = await stateFile?.read();
  const slack = createWorkspace(options, manifest, saved && new Date(saved.now));
  slack.changed = () => {
    slack.watchers.changed();
    stateFile?.changed();
  };
  const server = createHttpServer(slack);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  slack.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stateFile?.attach(slack, saved);
  const smtp = await startSmtp(slack);

  let http: HttpTransport | undefined;
  const setRequestUrl = (url: string) => {
    http?.stop();
    http = new HttpTransport(url, slack.identity);
    slack.delivery.transport = http;
  };
  if (typeof options.mode === 'object') setRequestUrl(options.mode.requestUrl);

  const { botToken, appToken, signingSecret, botUserId, clientId, clientSecret } = slack.identity;
  return {
    url: slack.url,
    apiUrl: `${slack.url}/api/`,
    clockUrl: `${slack.url}/clock`,
    botToken,
    appToken,
    signingSecret,
    botUserId,
    clientId,
    clientSecret,
    smtpUrl: smtp.url,
    setRequestUrl,
    now: () => slack.clock.now(),
    async stop() {
      slack.hooks.stop();
      slack.clock.stop();
      slack.watchers.stop();
      http?.stop();
      slack.sockets.stop();
      await Promise.all([
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
        smtp.stop(),
        stateFile?.stop(),
      ]);
    },
  };
}

function createWorkspace(
  options: PlaygroundOptions,
  manifest: ReturnType<typeof readManifest>,
  savedNow: Date | undefined,
): LocalSlack {
  const identity = identityOf(options.team, manifest);
  const start = options.start ?? new Date();
  const log = options.log ?? (() => undefined);
  const clock = new PlaygroundClock(savedNow !== undefined && savedNow > start ? savedNow : start);
  const faults = new Faults();
  const traffic = new Traffic();
  const activity = new Activity();
  const sockets = new SocketHub(identity.appId);
  const tokens = new Tokens();
  tokens.grant(identity.botToken, 'bot', manifest.botScopes);
  tokens.grant(identity.appToken, 'app', ['connections:write']);
  const around = { clock, faults, traffic, activity };
  return {
    url: '',
    identity,
    manifest,
    ...around,
    hooks: new ClockHooks(log),
    users: new Map(options.users.map((user) => [user.id, user])),
    conversations: new Conversations(options.channels, options.users, identity.botUserId, clock.now()),
    messages: new Messages(),
    ts: new TsCounter(),
    views: new Views(),
    files: new FileStore(),
    scheduled: new Map(),
    messageStates: new MessageStates(),
    executions: new FunctionExecutions(),
    troubles: new Map(),
    triggers: new Triggers(),
    responseUrls: new ResponseUrls(),
    tokens,
    oauthGrants: new OauthGrants(),
    limits: new RateLimits(clock, faults),
    delivery: new Delivery(new SocketTransport(sockets), around, options.eventRetryDelays),
    sockets,
    mailbox: new Mailbox(),
    watchers: new Watchers(),
    changed: () => undefined,
    log,
  };
}
