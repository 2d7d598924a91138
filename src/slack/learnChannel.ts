import type { webApi } from '@slack/bolt';
import { rememberChannel } from '../db/channelFacts.ts';
import type { SlackDeps } from './SlackDeps.ts';

/** Who reads a channel, as Slack says now. */
export interface KnownChannel {
  /** people outside the workspace read it too */
  readonly isShared: boolean;
  readonly isPrivate: boolean;
  /** Duly is in it */
  readonly isMember: boolean;
}

/** Slack's answers for a channel that does not exist, or is private without Duly in it. */
const UNSEEN = new Set(['channel_not_found', 'channel_is_limited_access', 'access_denied']);

/**
 * Asks Slack about a channel, and remembers whether it is private (`isPrivateChannel`). Undefined where Duly cannot see it.
 * Throws what Slack answers otherwise.
 */
export async function learnChannel(
  { deps, client, workspaceId }: { deps: SlackDeps; client: webApi.WebClient; workspaceId: string },
  channel: string,
): Promise<KnownChannel | undefined> {
  const about = await client.conversations
    .info({ channel })
    .then((info) => info.channel)
    .catch((error: unknown) => {
      if (UNSEEN.has(codeOf(error) ?? '')) return undefined;
      throw error;
    });
  if (!about) return undefined;
  const isPrivate = about.is_private ?? false;
  await rememberChannel(deps.db, { workspaceId, channel, isPrivate, now: deps.clock.now() });
  return {
    isShared: Boolean(
      about.is_shared || about.is_ext_shared || about.is_org_shared || about.is_pending_ext_shared,
    ),
    isPrivate,
    isMember: about.is_member !== false,
  };
}

function codeOf(error: unknown): string | undefined {
  return (error as { data?: { error?: string } } | null)?.data?.error;
}
