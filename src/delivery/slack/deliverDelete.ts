import type { Delivered } from '../Delivered.ts';
import type { Sending } from '../Sending.ts';
import type { Posted } from './findPosted.ts';
import { slackCode } from './slackFailure.ts';

/** Takes a message away. One that is gone already is as good as deleted. */
export async function deliverDelete(sending: Sending, { channel, ts }: Posted): Promise<Delivered> {
  await sending.recheck();
  await sending.begin();
  try {
    await sending.call('chat.delete', { channel, ts });
  } catch (error) {
    if (slackCode(error) !== 'message_not_found') throw error;
  }
  return {
    outcome: { state: 'sent', result: { channel, ts } },
    along: { sql: forget, params: [channel, ts] },
  };
}

const forget = (first: number) => `
DELETE FROM slack_message m USING saved
WHERE m.workspace_id = saved.workspace_id AND m.channel = $${first} AND m.ts = $${first + 1}`;
