import { mentionChannel } from '../../blocks/mention.ts';
import { message } from '../../blocks/message.ts';
import { mrkdwn } from '../../blocks/mrkdwn.ts';
import type { Db } from '../db/client.ts';
import { enqueue } from '../delivery/enqueue.ts';
import { sampleChannels } from './sampleTeam.ts';

/** The welcome is the last thing that is written: where it stands, the sample is whole. */
export const WELCOME_KEY = 'post:welcome';

const text = mrkdwn`Welcome to Larkfield, a sample company with 60 customers who pay, promise, dispute and forget. You are Nora, one of its managers: channels and your messages with Duly are on the left, the clock and whom you act as in the bar on top. Start in ${mentionChannel(sampleChannels.approvals)}: Kestrel Joinery’s final notice waits for you, and one click on ✅ sends it ten minutes later. Then type \`/debt log harbour spoke to Jane, promised 1,200 by friday\` here, and look at what came of it with \`/debt show harbour\`. Move the clock to the next business morning, and again: see who is asked what, which promises were kept, and what the bank brought in. Every name, address and number is made up; nothing leaves this machine.`;

/** Tells a newcomer, in the collections channel, what to try first. Posted once. */
export async function postWelcome(
  db: Db,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await enqueue(
      tx,
      {
        workspaceId,
        key: WELCOME_KEY,
        messageKey: 'welcome',
        payload: {
          kind: 'slack_post',
          channel: sampleChannels.collections,
          ...message({ text }),
        },
      },
      now,
    );
  });
}
