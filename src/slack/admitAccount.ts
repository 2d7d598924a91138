import type { webApi } from '@slack/bolt';
import { DulyError } from '../core/DulyError.ts';

/**
 * Whether an account may be shown in a channel: never where people outside the workspace read, private individuals in
 * private channels alone, and only where Duly is. Guests are looked for when it is sent. Throws DulyError `may_not_share`.
 */
export async function admitAccount(
  client: webApi.WebClient,
  { channel, kind }: { channel: string; kind: string },
): Promise<void> {
  const info = await client.conversations.info({ channel }).catch((error: unknown) => {
    throw refused(
      'channel not found',
      'I am not in this channel: invite me with `/invite @duly`, then share again.',
      error,
    );
  });
  const about = info.channel;
  if (about?.is_shared || about?.is_ext_shared || about?.is_org_shared || about?.is_pending_ext_shared) {
    throw refused(
      'shared outside',
      'This channel is shared with people outside the workspace: accounts are not shown here.',
    );
  }
  if (about?.is_member === false) {
    throw refused(
      'not a member',
      'I am not in this channel: invite me with `/invite @duly`, then share again.',
    );
  }
  if (kind === 'individual' && !about?.is_private) {
    throw refused(
      'individual',
      'This is a private individual: they are named only in private channels and direct messages.',
    );
  }
}

function refused(why: string, sentence: string, cause?: unknown): DulyError {
  return new DulyError('may_not_share', why, sentence, { cause });
}
