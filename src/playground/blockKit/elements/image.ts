import { z } from 'zod';
import { imageFields } from '../objects/image.ts';
import { eitherOf } from '../rules/eitherOf.ts';

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageFields })
  .superRefine(eitherOf('image_url', 'slack_file'));
