import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';

/** What every block may carry. */
export const blockIdentity = { block_id: z.string().min(1).max(limits.blockId).optional() };

/** What every interactive element may carry. */
export const actionIdentity = { action_id: z.string().min(1).max(limits.actionId).optional() };
