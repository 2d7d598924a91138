import type { types } from '@slack/bolt';

/** Any block Slack knows. */
export type Block = types.KnownBlock;
