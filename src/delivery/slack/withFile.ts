import type { PayloadOf } from '../OutboxItem.ts';
import { isPicture } from './isPicture.ts';
import type { UploadedFile } from './uploadOnce.ts';

export interface Content {
  readonly text: string;
  readonly blocks?: unknown[] | undefined;
}

/** The message that shares an uploaded file: a picture as an image block, anything else by its link, which Slack unfolds. */
export function withFile(post: PayloadOf<'slack_file'>, file: UploadedFile): Content {
  const blocks = post.blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text: post.text } }];
  if (isPicture(post.filename)) {
    const alt_text = post.altText ?? post.title;
    const title = { type: 'plain_text', text: post.title };
    return {
      text: post.text,
      blocks: [...blocks, { type: 'image', slack_file: { id: file.id }, alt_text, title }],
    };
  }
  if (file.permalink === undefined) return post;
  const label = post.title.replace(/[<>&|]/g, ' ');
  const link = `<${file.permalink}|${label}>`;
  return {
    text: `${post.text}\n${link}`,
    blocks: [...blocks, { type: 'section', text: { type: 'mrkdwn', text: link } }],
  };
}
