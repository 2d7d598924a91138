import { DulyError } from '../core/DulyError.ts';
import type { NewOutboxItem } from './OutboxItem.ts';

/** Where an item is to be put among what is written already. */
export interface Place {
  /** its lane, unless it stands beside a message; undefined: beside that message or nowhere */
  readonly lane: string | undefined;
  /** the messageKey of the message that it belongs to: it takes that message's lane and never goes before it */
  readonly beside: string | undefined;
}

/** What belongs to a message are its updates, its deletion and replies in its thread. */
export function placeOf(item: NewOutboxItem): Place {
  const { payload } = item;
  switch (payload.kind) {
    case 'mail':
      return { lane: item.lane ?? `mail:${payload.to[0]?.email.toLowerCase() ?? ''}`, beside: undefined };
    case 'slack_post':
    case 'slack_file':
      return { lane: item.lane ?? payload.channel, beside: payload.threadOf };
    case 'slack_update':
    case 'slack_delete':
      if (item.messageKey === undefined)
        throw new DulyError(
          'no_message_key',
          `outbox item ${item.key}: ${payload.kind} without a messageKey`,
          'I could not change that message. Nothing else was affected.',
        );
      return { lane: undefined, beside: item.messageKey };
  }
}
