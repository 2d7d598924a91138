import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { blockIdentity } from '../objects/ids.ts';
import { imageFields } from '../objects/image.ts';
import { plainText } from '../objects/text.ts';
import { webUrl } from '../objects/url.ts';
import { eitherOf } from '../rules/eitherOf.ts';

export const image = z
  .strictObject({
    type: z.literal('image'),
    ...blockIdentity,
    ...imageFields,
    title: plainText(limits.image.title).optional(),
  })
  .superRefine(eitherOf('image_url', 'slack_file'));

export const video = z.strictObject({
  type: z.literal('video'),
  ...blockIdentity,
  video_url: webUrl,
  thumbnail_url: webUrl,
  alt_text: z.string().min(1).max(limits.video.altText),
  title: plainText(limits.video.title),
  title_url: webUrl.optional(),
  author_name: z.string().max(limits.video.authorName).optional(),
  provider_name: z.string().max(limits.video.providerName).optional(),
  provider_icon_url: webUrl.optional(),
  description: plainText(limits.video.description).optional(),
});

/** A remote file; apps can read such a block but post it only for files they registered. */
export const file = z.strictObject({
  type: z.literal('file'),
  ...blockIdentity,
  source: z.literal('remote'),
  external_id: z.string().min(1),
});
