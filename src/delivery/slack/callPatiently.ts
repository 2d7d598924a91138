import { setTimeout as sleep } from 'node:timers/promises';
import type { Slots } from '../Slots.ts';
import type { SlackAnswer, SlackClient } from './SlackClient.ts';
import { retryAfter } from './slackFailure.ts';

/** Until when (real time, epoch milliseconds) a place or method has to rest. */
export type Pauses = Map<string, number>;

export interface Patience {
  readonly client: SlackClient;
  readonly workspaceId: string;
  readonly lane: string;
  readonly pauses: Pauses;
  readonly slots: Slots;
  /** aborted when delivery stops */
  readonly signal: AbortSignal;
}

/**
 * Calls a method and waits out every 429: what concerns messages rests for its lane alone, any other method for the
 * workspace, and nothing else waits with it. Slack does nothing when it answers 429, so the call is simply made again.
 * Throws the client's other errors, and AbortError when delivery stops while it waits.
 */
export async function callPatiently(
  patience: Patience,
  method: string,
  args: Record<string, unknown>,
): Promise<SlackAnswer> {
  const { client, pauses, slots, signal } = patience;
  const place = method.startsWith('chat.') ? patience.lane : method;
  const key = `${patience.workspaceId}/${place}`;
  for (;;) {
    for (let until = pauses.get(key) ?? 0; until > Date.now(); until = pauses.get(key) ?? 0) {
      await sleep(until - Date.now(), undefined, { signal });
    }
    try {
      return await slots.run(() => client.call(method, args));
    } catch (error) {
      const seconds = retryAfter(error);
      if (seconds === undefined) throw error;
      pauses.set(key, Math.max(pauses.get(key) ?? 0, Date.now() + seconds * 1000));
    }
  }
}
