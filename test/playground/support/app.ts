import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Playground } from '../../../src/playground/startPlayground.ts';
import { SILENT } from './silent.ts';

/** A real Bolt app, connected by Socket Mode. */
export async function startSocketApp(playground: Playground, listen: (app: App) => void) {
  const receiver = new SocketModeReceiver({
    appToken: playground.appToken,
    installerOptions: { clientOptions: { slackApiUrl: playground.apiUrl } },
    logger: SILENT,
  });
  const app = new App({ ...common(playground), receiver });
  await quietly(app, listen);
  await app.start();
  return app;
}

/** A real Bolt app behind signed HTTP requests; the workspace is told where it is. */
export async function startHttpApp(
  playground: Playground,
  listen: (app: App) => void,
  signingSecret = playground.signingSecret,
) {
  const receiver = new HTTPReceiver({ signingSecret, logger: SILENT });
  const app = new App({ ...common(playground), receiver });
  await quietly(app, listen);
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/slack/events`;
  playground.setRequestUrl(url);
  return { app, url };
}

function common(playground: Playground) {
  return {
    token: playground.botToken,
    deferInitialization: true as const,
    logger: SILENT,
    clientOptions: {
      slackApiUrl: playground.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  };
}

async function quietly(app: App, listen: (app: App) => void): Promise<void> {
  app.error(async () => undefined);
  listen(app);
  await app.init();
}
