import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface ChannelSelectOptions extends ElementOptions {
  /** A channel's Slack id. */
  readonly initial?: string | undefined;
}

/** A public or private channel of this workspace alone to choose: channels shared with others are not offered. */
export function channelSelect({ initial, ...element }: ChannelSelectOptions): types.ConversationsSelect {
  return {
    type: 'conversations_select',
    ...elementFields(element),
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(initial && { initial_conversation: initial }),
  };
}
