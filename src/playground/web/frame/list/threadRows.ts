import type { Message } from '../../api/state.ts';
import { continuesAfter, type Row } from './listRows.ts';

/** A thread's first message, how many replies it has, and they. */
export function threadRows(messages: readonly Message[], thread: string): readonly Row[] {
  const parent = messages.find(({ ts }) => ts === thread);
  const replies = messages.filter(({ ts }) => ts !== thread);
  return [
    ...(parent ? [{ kind: 'message', message: parent, continues: false } as const] : []),
    ...(replies.length > 0 ? [{ kind: 'replies', count: replies.length } as const] : []),
    ...replies.map((message, index) => ({
      kind: 'message' as const,
      message,
      continues: continuesAfter(replies[index - 1], message),
    })),
  ];
}
