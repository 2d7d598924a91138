import { emitEvent } from '../events/emitEvent.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { postMessage } from '../messages/postMessage.ts';
import type { Message, StoredFile } from '../state/model.ts';

/** Shares files in a conversation by a message of subtype `file_share`; the app hears of both. */
export async function shareFiles(
  slack: LocalSlack,
  share: Pick<Message, 'channel' | 'user' | 'text'> &
    Partial<Pick<Message, 'blocks' | 'thread_ts'>> & { files: readonly StoredFile[] },
): Promise<Message> {
  const byBot = share.user === slack.identity.botUserId;
  const { message, told } = postMessage(slack, {
    ...share,
    subtype: 'file_share',
    files: share.files.map((file) => file.id),
    ...(byBot ? { byBot } : {}),
  });
  const events = share.files.map((file) =>
    emitEvent(
      slack,
      'file_shared',
      {
        type: 'file_shared',
        channel_id: share.channel,
        file_id: file.id,
        user_id: share.user,
        file: { id: file.id },
        event_ts: slack.ts.next(slack.clock.now()),
      },
      share.channel,
    ),
  );
  await Promise.all([told, ...events]);
  return message;
}
