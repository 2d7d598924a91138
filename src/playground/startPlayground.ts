import type { AddressInfo } from 'node:net';
import { createHttpServer } from './http/createHttpServer.ts';
import { HttpTransport } from './http/HttpTransport.ts';
import { startSmtp } from './mail/startSmtp.ts';
import type { PlaygroundOptions } from './PlaygroundOptions.ts';
import { readManifest } from './readManifest.ts';
import { createWorkspace } from './state/createWorkspace.ts';
import { StateFile } from './state/StateFile.ts';

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
