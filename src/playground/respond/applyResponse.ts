import { z } from 'zod';
import type { LocalSlack } from '../LocalSlack.ts';
import { postMessage } from '../messages/postMessage.ts';
import { removeMessage, replaceMessage } from '../messages/replaceMessage.ts';
import { SlackError } from '../SlackError.ts';
import type { Message } from '../state/model.ts';
import { readContent } from '../webApi/messageContent.ts';
import { threadHead } from '../webApi/threadHead.ts';
import type { Respondee } from './ResponseUrls.ts';

const bodySchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

/**
 * Does what an app answered to a command or through a response_url: a message for one person (the default)
 * or for the channel, or a change of the message the interaction came from.
 * @throws SlackError invalid_payload, no_text, invalid_blocks and the other refusals of a message
 */
export function applyResponse(slack: LocalSlack, to: Respondee, given: unknown): void {
  const parsed = bodySchema.safeParse(given);
  if (!parsed.success) throw new SlackError('invalid_payload');
  const body = parsed.data;
  const original = originalOf(slack, to);
  if (body.delete_original) {
    if (original) removeMessage(slack, original);
    return;
  }
  const { truncated: _, metadata: __, ...content } = readContent(slack, body);
  if (body.replace_original && original) {
    replaceMessage(slack, original, {
      text: content.text,
      blocks: content.blocks,
      attachments: content.attachments,
    });
    return;
  }
  const head = threadHead(slack, to.channel, body.thread_ts);
  postMessage(slack, {
    ...content,
    ...head,
    channel: to.channel,
    user: slack.identity.botUserId,
    byBot: true,
    ...(body.response_type === 'in_channel' ? {} : { ephemeralFor: to.user }),
  });
}

function originalOf(
  slack: LocalSlack,
  { channel, messageTs, user, ephemeral }: Respondee,
): Message | undefined {
  if (messageTs === undefined) return undefined;
  return ephemeral
    ? slack.messages.findEphemeral(channel, messageTs, user)
    : slack.messages.find(channel, messageTs);
}
