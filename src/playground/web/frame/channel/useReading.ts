import { useEffect, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { Channel } from '../../api/state.ts';
import { markRead, readMarksOf } from '../side/readMarks.ts';
import { validMark } from '../side/unread.ts';

/** Marks a channel as read while it is looked at; the mark as it was when one began to look. */
export function useReading(channel: Channel): string | undefined {
  const { user, now } = useSlack().state;
  const [mark, setMark] = useState(() => validMark(readMarksOf(user)[channel.id], now));
  const [looked, setLooked] = useState(!document.hidden);
  const last = channel.messages.at(-1)?.ts;

  useEffect(() => {
    const change = () => {
      if (!document.hidden) setMark(readMarksOf(user)[channel.id]);
      setLooked(!document.hidden);
    };
    document.addEventListener('visibilitychange', change);
    return () => document.removeEventListener('visibilitychange', change);
  }, [user, channel.id]);

  useEffect(() => {
    if (looked && last) markRead(user, channel.id, last);
  }, [looked, user, channel.id, last]);
  return mark;
}
