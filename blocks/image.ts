import type { types } from '@slack/bolt';
import { clip } from './clip.ts';
import { limits } from './limits.ts';
import { NOTHING } from './nothing.ts';
import { plain } from './plain.ts';

interface Picture {
  readonly fileId: string;
  /** What the picture says, for those who do not see it. */
  readonly altText: string;
  readonly title?: string;
}

/** A picture that was uploaded to Slack before. */
export function image({ fileId, altText, title }: Picture): types.ImageBlock {
  return {
    type: 'image',
    slack_file: { id: fileId },
    alt_text: clip(altText.trim() || NOTHING, limits.image.altText),
    ...(title !== undefined && { title: plain(title, limits.image.title) }),
  };
}
