import { DulyError } from '../core/DulyError.ts';
import type { KnownChannel } from './learnChannel.ts';

/**
 * Whether an account may be shown in a channel: never where people outside the workspace read, private individuals in
 * private channels alone, and only where Duly is. Guests are looked for when it is sent. Throws DulyError `may_not_share`.
 */
export function admitAccount(channel: KnownChannel | undefined, kind: string): void {
  if (channel?.isShared) {
    throw refused(
      'shared outside',
      'This channel is shared with people outside the workspace: accounts are not shown here.',
    );
  }
  if (!channel?.isMember) {
    throw refused(
      'not a member',
      'I am not in this channel: invite me with `/invite @duly`, then share again.',
    );
  }
  if (kind === 'individual' && !channel.isPrivate) {
    throw refused(
      'individual',
      'This is a private individual: they are named only in private channels and direct messages.',
    );
  }
}

function refused(why: string, sentence: string): DulyError {
  return new DulyError('may_not_share', why, sentence);
}
