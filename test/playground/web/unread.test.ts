import { describe, expect, test } from 'vitest';
import { unreadCount, validMark } from '../../../src/playground/web/frame/side/unread.ts';
import { aChannel, aMessage } from './aMessage.ts';

describe('what is unread', () => {
  test('what others wrote since the mark', () => {
    const channel = aChannel([aMessage(1), aMessage(2), aMessage(3, { user: 'U9' }), aMessage(4)]);
    expect(unreadCount(channel, '1.000100', 'U9')).toBe(2);
    expect(unreadCount(channel, undefined, 'U9')).toBe(3);
    expect(unreadCount(channel, '4.000100', 'U9')).toBe(0);
  });

  test('replies count in threads that one takes part in, and where they are shown to the channel', () => {
    const replyTo = (ts: string, at: number, rest = {}) => aMessage(at, { thread_ts: ts, ...rest });
    const channel = aChannel([
      aMessage(1),
      aMessage(2, { user: 'U9' }),
      replyTo('1.000100', 3),
      replyTo('2.000100', 4),
      replyTo('1.000100', 5, { reply_broadcast: true }),
    ]);
    expect(unreadCount(channel, '2.000100', 'U9')).toBe(2);
    const joined = aChannel([...channel.messages, replyTo('1.000100', 6, { user: 'U9' })]);
    expect(unreadCount(joined, '2.000100', 'U9')).toBe(3);
  });

  test('a mark from the future is from another playground', () => {
    expect(validMark('100.000100', '1970-01-01T00:02:00Z')).toBe('100.000100');
    expect(validMark('200.000100', '1970-01-01T00:02:00Z')).toBeUndefined();
  });
});

test('a reply that names the member counts wherever it stands', () => {
  const reply = aMessage(2, { thread_ts: '1.000100', text: 'ask <@U9> or <@U9|nine>' });
  const channel = aChannel([aMessage(1), reply]);
  expect(unreadCount(channel, '1.000100', 'U9')).toBe(1);
  expect(unreadCount(channel, '1.000100', 'U8')).toBe(0);
});
