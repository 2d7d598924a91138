import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';

/** Any absolute URL. */
export const url = z
  .string()
  .min(1)
  .max(limits.url)
  .refine((value) => URL.canParse(value), 'must be a valid URL');

/** An address Slack itself can fetch. */
export const webUrl = z
  .string()
  .min(1)
  .max(limits.url)
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'must be a valid URL');
