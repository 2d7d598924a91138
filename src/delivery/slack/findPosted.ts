import { z } from 'zod';
import type { Sending } from '../Sending.ts';
import { slackFailure } from './slackFailure.ts';
import type { Thread } from './threadOf.ts';

/** Slack's clock and ours may differ by this much. */
const MARGIN_MS = 10 * 60_000;
const PAGE = 200;

const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()).optional() })
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const opened = z.object({ channel: z.object({ id: z.string() }) });

/** The `event_type` of Duly's message metadata; its payload is the outbox row's id and nothing else. */
export const METADATA_TYPE = 'duly_outbox';

export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/**
 * Looks for a message that an earlier attempt may have posted, by the key in its metadata. `unreadable` when we may not
 * read the history there. Throws what else Slack answers.
 */
export async function findPosted(
  sending: Sending,
  place: string,
  thread: Thread | undefined,
): Promise<Posted | 'absent' | 'unreadable'> {
  try {
    const channel = /^[UW]/.test(place) ? await openDirectMessage(sending, place) : place;
    const oldest = ((sending.row.claimedAt.getTime() - MARGIN_MS) / 1000).toFixed(6);
    const method = thread ? 'conversations.replies' : 'conversations.history';
    let cursor = '';
    do {
      const page = history.parse(
        await sending.call(method, {
          channel,
          ...(thread ? { ts: thread.ts } : {}),
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor === '' ? {} : { cursor }),
        }),
      );
      const found = page.messages.find(
        ({ metadata }) =>
          metadata?.event_type === METADATA_TYPE && metadata.event_payload?.key === sending.row.id,
      );
      if (found) return { channel, ts: found.ts };
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return 'absent';
  } catch (error) {
    const { kind, why } = slackFailure(error);
    if (thread && why.startsWith('thread_not_found')) return findPosted(sending, place, undefined);
    if (kind === 'place' || kind === 'item') return 'unreadable';
    throw error;
  }
}

async function openDirectMessage(sending: Sending, user: string): Promise<string> {
  return opened.parse(await sending.call('conversations.open', { users: user })).channel.id;
}
