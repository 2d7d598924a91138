import type { LocalSlack } from '../LocalSlack.ts';
import type { ScheduledMessage } from '../state/model.ts';
import { postMessage } from './postMessage.ts';

/** Keeps a message until its time has come (playground time), then posts it, unless it was deleted. */
export function armScheduled(slack: LocalSlack, scheduled: ScheduledMessage): void {
  slack.scheduled.set(scheduled.id, scheduled);
  slack.changed();
  slack.clock.at(new Date(scheduled.postAt * 1000), () => {
    if (!slack.scheduled.delete(scheduled.id)) return;
    postMessage(slack, {
      ...scheduled.draft,
      channel: scheduled.channel,
      user: slack.identity.botUserId,
      byBot: true,
    });
  });
}
