import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { Conversation } from '../state/model.ts';

const SUFFIX_SCOPE = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope that covers a kind of conversation: `channels:read`, `groups:history`, `im:read`… */
export function scopeFor(kind: Conversation['kind'], action: 'read' | 'history'): string {
  return `${SUFFIX_SCOPE[kind]}:${action}`;
}

/** @throws SlackError `missing_scope` */
export function requireScope(slack: LocalSlack, scope: string): void {
  const { botScopes } = slack.manifest;
  if (botScopes.has(scope)) return;
  throw new SlackError('missing_scope', { needed: scope, provided: [...botScopes].join(',') });
}

/** A conversation the app can see: public, or one its bot is in. @throws SlackError channel_not_found */
export function visibleConversation(slack: LocalSlack, id: string): Conversation {
  const found = slack.conversations.get(id);
  if (!found || (found.kind !== 'public' && !slack.conversations.botIsIn(id))) {
    throw new SlackError('channel_not_found');
  }
  return found;
}

/** A conversation the app may write to; a user's id stands for the direct message with them. */
export function writableConversation(slack: LocalSlack, idOrUser: string): Conversation {
  const named = slack.conversations.all().find((c) => c.kind === 'public' && `#${c.name}` === idOrUser);
  const found = visibleConversation(slack, named?.id ?? slack.conversations.dmWith(idOrUser)?.id ?? idOrUser);
  if (found.isArchived) throw new SlackError('is_archived');
  if (found.kind === 'im' && !slack.manifest.messagesTab) throw new SlackError('messages_tab_disabled');
  if (!slack.conversations.botIsIn(found.id) && !slack.manifest.botScopes.has('chat:write.public')) {
    throw new SlackError('not_in_channel');
  }
  return found;
}
