import type { Sending } from '../Sending.ts';
import type { Posted } from './findPosted.ts';
import { slackCode, slackFailure } from './slackFailure.ts';

/** Puts reactions under a message. One that Slack refuses for good is logged and left out: the message itself stands. */
export async function addReactions(
  sending: Sending,
  { channel, ts }: Posted,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    try {
      await sending.call('reactions.add', { channel, timestamp: ts, name });
    } catch (error) {
      if (slackCode(error) === 'already_reacted') continue;
      const failure = slackFailure(error);
      if (failure.kind === 'passing' || failure.kind === 'lost') throw error;
      sending.workshop.options.log.warn(
        { outbox: sending.item.id, why: failure.why, name },
        'reaction left out',
      );
    }
  }
}
