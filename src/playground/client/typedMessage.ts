import { randomUUID } from 'node:crypto';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { Conversation, Message } from '../state/model.ts';
import { newSlackId } from '../state/newSlackId.ts';
import { threadHead } from '../webApi/threadHead.ts';
import { escapeTyped } from './escapeTyped.ts';

/** Source: Slack, message length in its own client. */
const MOST_CHARACTERS = 12_000;

/** What a person's typing becomes: escaped text, and the same as rich text. @throws SlackError */
export function typedMessage(
  slack: LocalSlack,
  conversation: Conversation,
  typed: { user: string; text: string; thread_ts?: string | undefined },
): Omit<Message, 'ts'> {
  if (typed.text.length > MOST_CHARACTERS) throw new SlackError('msg_too_long');
  if (conversation.isArchived) throw new SlackError('is_archived');
  const { messagesTab, messagesTabReadOnly } = slack.manifest;
  if (conversation.kind === 'im' && (!messagesTab || messagesTabReadOnly)) {
    throw new SlackError('messages_tab_disabled');
  }
  const rich = {
    type: 'rich_text',
    block_id: newSlackId('', 5),
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed.text }] }],
  };
  return {
    channel: conversation.id,
    user: typed.user,
    text: escapeTyped(slack, typed.text, { mentions: true }),
    client_msg_id: randomUUID(),
    ...(typed.text === '' ? {} : { blocks: [rich] }),
    ...threadHead(slack, conversation.id, typed.thread_ts),
  };
}
