import type { webApi } from '@slack/bolt';
import type { ReactionReader } from '../useCases/notices/ReactionReader.ts';

/** Reads reactions through Slack's Web API; one workspace, one client. */
export function reactionReader(client: webApi.WebClient): ReactionReader {
  return async (_workspaceId, { channel, ts }) => {
    try {
      const answer = await client.reactions.get({ channel, timestamp: ts, full: true });
      const found = answer.type === 'message' ? (answer.message?.reactions ?? []) : [];
      return found.map(({ name = '', users = [] }) => ({ name, users }));
    } catch (error) {
      const code = (error as { data?: { error?: string } }).data?.error;
      if (code === 'message_not_found' || code === 'channel_not_found') return undefined;
      throw error;
    }
  };
}
