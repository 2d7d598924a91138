import { useMemo, useSyncExternalStore } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { readMarksOf, watchReadMarks } from './readMarks.ts';
import { unreadCount, validMark } from './unread.ts';

/** How many messages of each channel the present member has not read, by channel. */
export function useUnread(): ReadonlyMap<string, number> {
  const { state } = useSlack();
  const { user, channels, now } = state;
  const marks = useSyncExternalStore(watchReadMarks, () => readMarksOf(user));
  return useMemo(
    () =>
      new Map(
        channels.map((channel) => [
          channel.id,
          unreadCount(channel, validMark(marks[channel.id], now), user),
        ]),
      ),
    [channels, marks, now, user],
  );
}
