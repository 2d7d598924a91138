import { z } from 'zod';
import { message } from '../../../blocks/message.ts';
import { runDebtCommand } from '../commands/runDebtCommand.ts';
import type { EventHandler } from '../handlers.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { sentenceOf } from '../sentenceOf.ts';
import { answerByPost } from './answerByPost.ts';

/** Words of a person; edits, files and what bots say are none. */
const words = z.object({
  channel_type: z.literal('im'),
  user: z.string(),
  text: z.string().trim().min(1),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
});

/** Words in the direct message with Duly work like `/debt` with the same words. */
export const directMessage: EventHandler = async ({ deps, workspace, client, event, eventId }) => {
  const said = words.safeParse(event);
  if (!said.success) return;
  const { user, text } = said.data;
  const asker = await resolveAsker(deps, client, { teamId: workspace.teamId ?? '', userId: user });
  const answer = answerByPost(asker, { eventId, channel: user });
  await runDebtCommand(text.replace(/^\/debt\b\s*/i, ''), { ...asker, answer }).catch((error: unknown) =>
    answer(message({ text: sentenceOf(error, deps.log) })),
  );
};
