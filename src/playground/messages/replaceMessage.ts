import { emitMessageChanged, emitMessageDeleted } from '../events/messageEvents.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Message } from '../state/model.ts';

/** Changes a message where it stands and tells the app, as Slack does. A field set to `undefined` goes. */
export function replaceMessage(
  slack: LocalSlack,
  message: Message,
  change: {
    [K in 'text' | 'blocks' | 'attachments' | 'metadata' | 'files' | 'edited']?: Message[K] | undefined;
  },
): void {
  const before = { ...message };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) Reflect.deleteProperty(message, key);
    else Reflect.set(message, key, value);
  }
  slack.changed();
  if (!message.ephemeralFor) void emitMessageChanged(slack, message, before);
}

/** Takes a message away and tells the app. */
export function removeMessage(slack: LocalSlack, message: Message): void {
  slack.messages.remove(message);
  slack.changed();
  if (!message.ephemeralFor) void emitMessageDeleted(slack, message);
}
