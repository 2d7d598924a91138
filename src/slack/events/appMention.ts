import { z } from 'zod';
import { message } from '../../../blocks/message.ts';
import { runDebtCommand } from '../commands/runDebtCommand.ts';
import type { EventHandler } from '../handlers.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { sentenceOf } from '../sentenceOf.ts';
import { answerByPost } from './answerByPost.ts';

const mention = z.object({
  user: z.string(),
  text: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
});

/**
 * `@Duly show acme` is answered in the thread, for everybody there. What is for the asker alone (private individuals, lists,
 * refusals) goes into the direct message, and the thread says so.
 */
export const appMention: EventHandler = async ({ deps, workspace, client, event, eventId, botUserId }) => {
  const said = mention.safeParse(event);
  if (!said.success) return;
  const { user, text, channel, ts, thread_ts: threadTs } = said.data;
  const asker = await resolveAsker(deps, client, { teamId: workspace.teamId ?? '', userId: user });
  const threadOf = `heard:${channel}:${threadTs ?? ts}`;
  await deps.db.prisma.slackMessage.createMany({
    data: [{ workspaceId: workspace.id, key: threadOf, channel, ts: threadTs ?? ts, postedAt: asker.now }],
    skipDuplicates: true,
  });
  const answerOpenly = answerByPost(asker, { eventId, channel, threadOf });
  const directly = answerByPost(asker, { eventId, channel: user });
  let told = false;
  const answer: typeof directly = async (message_) => {
    await directly(message_);
    if (told) return;
    told = true;
    await answerOpenly(message({ text: 'I have answered you in our direct message.' }));
  };
  const asked = text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ').trim();
  await runDebtCommand(asked, { ...asker, answer, answerOpenly }).catch((error: unknown) =>
    answer(message({ text: sentenceOf(error, deps.log) })),
  );
};
