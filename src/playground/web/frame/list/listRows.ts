import type { Message } from '../../api/state.ts';
import { dayIn } from '../person/timeIn.ts';
import { isUnread } from '../side/unread.ts';

export type Row =
  | { readonly kind: 'day'; readonly ts: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'replies'; readonly count: number }
  | { readonly kind: 'message'; readonly message: Message; readonly continues: boolean };

export interface Reader {
  readonly user: string;
  readonly zone: string;
  /** the reader's last message of last time; without it nothing is set off as new */
  readonly mark?: string | undefined;
}

/** Messages of one person within this many seconds stand under one name. */
const TOGETHER_SECONDS = 5 * 60;

/** The messages of a list with what stands between them: a line for each day and one above what is new. */
export function listRows(messages: readonly Message[], { user, zone, mark }: Reader): readonly Row[] {
  const rows: Row[] = [];
  let previous: Message | undefined;
  let newSeen = mark === undefined;
  for (const message of messages) {
    const newDay = !previous || dayIn(zone, previous.ts) !== dayIn(zone, message.ts);
    const firstNew = !newSeen && isUnread(message, mark, user);
    if (newDay) rows.push({ kind: 'day', ts: message.ts });
    if (firstNew) rows.push({ kind: 'new' });
    rows.push({
      kind: 'message',
      message,
      continues: !newDay && !firstNew && continuesAfter(previous, message),
    });
    newSeen ||= firstNew;
    previous = message;
  }
  return rows;
}

/** Whether a message stands under the name of the one before it. */
export function continuesAfter(previous: Message | undefined, message: Message): boolean {
  const { user, ts, ephemeral, reply_broadcast } = message;
  return (
    previous?.user === user &&
    Number(ts) - Number(previous.ts) <= TOGETHER_SECONDS &&
    previous.ephemeral === ephemeral &&
    !reply_broadcast
  );
}
