import { z } from 'zod';
import { postMessage } from '../messages/postMessage.ts';
import { clientCall } from './clientCall.ts';
import { conversationOf } from './person.ts';
import { typedMessage } from './typedMessage.ts';

/** A person sends a message. */
export const message = clientCall(
  z.object({
    user: z.string(),
    channel: z.string(),
    text: z.string().min(1),
    thread_ts: z.string().optional(),
  }),
  async (slack, body) => {
    const conversation = conversationOf(slack, body.user, body.channel);
    const posted = postMessage(slack, typedMessage(slack, conversation, body));
    await posted.told;
    return { ok: true, channel: conversation.id, ts: posted.message.ts };
  },
);
