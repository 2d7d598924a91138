import { z } from 'zod';
import { renderFile } from '../files/renderFile.ts';
import { shareFiles } from '../files/shareFiles.ts';
import { clientCall } from './clientCall.ts';
import { conversationOf, personOf } from './person.ts';
import { typedMessage } from './typedMessage.ts';

/** A person drops a file into a conversation; without a channel it only goes up, for a file input. */
export const upload = clientCall(
  z.object({
    user: z.string(),
    channel: z.string().optional(),
    filename: z.string().min(1),
    content_base64: z.base64(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
  }),
  async (slack, body) => {
    const user = personOf(slack, body.user);
    const conversation =
      body.channel === undefined ? undefined : conversationOf(slack, user.id, body.channel);
    const typed = conversation && typedMessage(slack, conversation, body);
    const file = slack.files.create({
      name: body.filename,
      user: user.id,
      created: Math.floor(slack.clock.now().getTime() / 1000),
    });
    file.content = Buffer.from(body.content_base64, 'base64');
    file.complete = true;
    slack.changed();
    if (!typed) return { ok: true, file: renderFile(slack, file) };
    const { ts } = await shareFiles(slack, { ...typed, files: [file] });
    return { ok: true, channel: typed.channel, ts, file: renderFile(slack, file) };
  },
);
