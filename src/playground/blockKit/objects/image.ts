import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { webUrl } from './url.ts';

const fileId = z.string().regex(/^F[A-Z0-9]{8,}$/, 'invalid slack file');

/** An image's source and what is read aloud for it; to be checked with `eitherOf('image_url', 'slack_file')`. */
export const imageFields = {
  image_url: webUrl.max(limits.image.url).optional(),
  slack_file: z
    .strictObject({ id: fileId.optional(), url: webUrl.optional() })
    .refine((file) => (file.id === undefined) !== (file.url === undefined), 'invalid slack file')
    .optional(),
  alt_text: z.string().min(1).max(limits.image.altText),
};
