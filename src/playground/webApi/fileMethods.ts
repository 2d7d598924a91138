import { z } from 'zod';
import { renderFile } from '../files/renderFile.ts';
import { shareFiles } from '../files/shareFiles.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { StoredFile } from '../state/model.ts';
import { count, json, optional, required } from './arguments.ts';
import { visibleConversation } from './conversationAccess.ts';
import { readContent } from './messageContent.ts';
import { method } from './method.ts';
import { threadHead } from './threadHead.ts';

const ALT_TEXT_LIMIT = 1000;
/** Slack's size limit for one file. */
const MOST_BYTES = 1_000_000_000;
const filesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** A file the app can see: its own, or one shared where its bot is. */
function visibleFile(slack: LocalSlack, id: string): StoredFile {
  const file = slack.files.get(id);
  if (!file?.complete) throw new SlackError('file_not_found');
  if (file.deleted) throw new SlackError('file_deleted');
  const seen = file.shares.some((share) => slack.conversations.botIsIn(share.channel));
  if (file.user !== slack.identity.botUserId && !seen) throw new SlackError('file_not_found');
  return file;
}

export const fileMethods = {
  'files.getUploadURLExternal': method({
    tier: 't4',
    scopes: ['files:write'],
    args: z.object({ filename: required, length: count.default(0), alt_txt: optional }),
    run: (slack, args) => {
      if (args.length <= 0) throw new SlackError('missing_argument');
      if (args.length > MOST_BYTES) throw new SlackError('file_upload_size_restricted');
      if ((args.alt_txt ?? '').length > ALT_TEXT_LIMIT) throw new SlackError('alt_txt_too_large');
      const file = slack.files.create({
        name: args.filename,
        user: slack.identity.botUserId,
        created: Math.floor(slack.clock.now().getTime() / 1000),
        altText: args.alt_txt,
      });
      return { ok: true, upload_url: `${slack.url}/upload/v1/${file.id}`, file_id: file.id };
    },
  }),

  'files.completeUploadExternal': method({
    tier: 't4',
    scopes: ['files:write'],
    args: z.object({
      files: json,
      channel_id: optional,
      thread_ts: optional,
      initial_comment: optional,
      blocks: json,
    }),
    run: (slack, args) => {
      const listed = filesSchema.safeParse(args.files);
      if (!listed.success) throw new SlackError('invalid_arguments');
      const files = listed.data.map(({ id, title }) => {
        const file = slack.files.get(id);
        if (!file || file.deleted || file.content.length === 0) throw new SlackError('file_not_found');
        return { file, title };
      });
      const channel = args.channel_id === undefined ? undefined : visibleConversation(slack, args.channel_id);
      if (channel && !slack.conversations.botIsIn(channel.id)) throw new SlackError('not_in_channel');
      const blocks = args.initial_comment === undefined ? args.blocks : undefined;
      const checked = blocks === undefined ? undefined : readContent(slack, { blocks });
      for (const { file, title } of files) {
        file.title = title ?? file.name;
        file.complete = true;
      }
      if (channel) {
        void shareFiles(slack, {
          files: files.map(({ file }) => file),
          channel: channel.id,
          user: slack.identity.botUserId,
          text: args.initial_comment ?? '',
          ...(checked?.blocks ? { blocks: checked.blocks } : {}),
          ...threadHead(slack, channel.id, args.thread_ts),
        });
      }
      slack.changed();
      return { ok: true, files: files.map(({ file }) => renderFile(slack, file)) };
    },
  }),

  'files.info': method({
    tier: 't4',
    scopes: ['files:read'],
    args: z.object({ file: required }),
    run: (slack, args) => ({
      ok: true,
      file: renderFile(slack, visibleFile(slack, args.file)),
      comments: [],
      response_metadata: { next_cursor: '' },
    }),
  }),

  'files.delete': method({
    tier: 't3',
    scopes: ['files:write'],
    args: z.object({ file: required }),
    run: (slack, args) => {
      const file = visibleFile(slack, args.file);
      if (file.user !== slack.identity.botUserId) throw new SlackError('cant_delete_file');
      file.deleted = true;
      file.content = Buffer.alloc(0);
      slack.changed();
      return { ok: true };
    },
  }),
};
