import { emitMessage } from '../events/messageEvents.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Message } from '../state/model.ts';
import { linkedFilesIn } from './linkedFilesIn.ts';
import { slackFilesIn } from './slackFilesIn.ts';

/**
 * Puts a message into a channel and tells the app of it as of any other; `told` resolves when the app has
 * acknowledged that. A reply makes its parent the head of a thread.
 */
export function postMessage(
  slack: LocalSlack,
  draft: Omit<Message, 'ts'>,
): { message: Message; told: Promise<void> } {
  const message = { ...draft, ts: slack.ts.next(slack.clock.now()) };
  slack.messages.add(message);
  if (message.thread_ts) {
    const parent = slack.messages.find(message.channel, message.thread_ts);
    if (parent) parent.thread_ts = parent.ts;
  }
  const linked = linkedFilesIn(message.text, slack.url);
  for (const id of [...(message.files ?? []), ...slackFilesIn(message.blocks), ...linked]) {
    slack.files.get(id)?.shares.push({ channel: message.channel, ts: message.ts });
  }
  slack.changed();
  return { message, told: message.ephemeralFor ? Promise.resolve() : emitMessage(slack, message) };
}
