import { LogLevel, WebClient } from '@slack/web-api';
import { DeliveryFailure } from './DeliveryFailure.ts';
import type { SlackClient } from './slack/SlackClient.ts';

const TIMEOUT_MS = 30_000;

interface SlackClientOptions {
  readonly token: string;
  /** ends in `/`; default: Slack's */
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
}

/** Delivery's own client: a 429 or an outage met here never slows down the client that answers clicks. */
export function slackClient({ token, apiUrl, timeoutMs = TIMEOUT_MS }: SlackClientOptions): SlackClient {
  const web = new WebClient(token, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    allowAbsoluteUrls: false,
  });
  return {
    call: async (method, args) => ({ ...(await web.apiCall(method, args)) }),
    upload: async (url, filename, bytes) => {
      const form = new FormData();
      form.append('body', new Blob([new Uint8Array(bytes)]), filename);
      const answer = await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(timeoutMs) });
      await answer.arrayBuffer();
      if (!answer.ok) throw new DeliveryFailure('passing', `upload answered ${answer.status}`);
    },
  };
}

/** One client for each workspace, kept while its token stays the same. `tokenOf` is asked each time: tokens may change. */
export function slackClients(options: {
  readonly tokenOf: (workspaceId: string) => Promise<string | undefined>;
  readonly apiUrl?: string;
}): (workspaceId: string) => Promise<SlackClient | undefined> {
  const { tokenOf, ...rest } = options;
  const kept = new Map<string, { token: string; client: SlackClient }>();
  return async (workspaceId) => {
    const token = await tokenOf(workspaceId);
    if (token === undefined) return undefined;
    const known = kept.get(workspaceId);
    if (known?.token === token) return known.client;
    const client = slackClient({ token, ...rest });
    kept.set(workspaceId, { token, client });
    return client;
  };
}
