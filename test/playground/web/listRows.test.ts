import { describe, expect, test } from 'vitest';
import { listRows, type Row } from '../../../src/playground/web/frame/list/listRows.ts';
import { threadRows } from '../../../src/playground/web/frame/list/threadRows.ts';
import { aMessage } from './aMessage.ts';

const NOON = Date.UTC(2026, 10, 25, 12) / 1000;
const reader = { user: 'U9', zone: 'Europe/London' };

const shape = (rows: readonly Row[]) =>
  rows.map((row) => (row.kind === 'message' ? (row.continues ? 'more' : 'message') : row.kind));

describe('the rows of a list', () => {
  test('messages of one person within five minutes stand under one name', () => {
    const messages = [
      aMessage(NOON),
      aMessage(NOON + 200),
      aMessage(NOON + 501),
      aMessage(NOON + 502, { user: 'U2' }),
    ];
    expect(shape(listRows(messages, reader))).toEqual(['day', 'message', 'more', 'message', 'message']);
  });

  test('an ephemeral message has a head of its own', () => {
    const messages = [aMessage(NOON), aMessage(NOON + 1, { ephemeral: true }), aMessage(NOON + 2)];
    expect(shape(listRows(messages, reader))).toEqual(['day', 'message', 'message', 'message']);
  });

  test('days are those of the reader', () => {
    const lateInLondon = Date.UTC(2026, 10, 25, 23, 59) / 1000;
    const messages = [aMessage(lateInLondon), aMessage(lateInLondon + 120)];
    expect(shape(listRows(messages, reader))).toEqual(['day', 'message', 'day', 'message']);
    expect(shape(listRows(messages, { ...reader, zone: 'America/New_York' }))).toEqual([
      'day',
      'message',
      'more',
    ]);
  });

  test('a line stands above the first message by others since the mark, once', () => {
    const messages = [
      aMessage(NOON),
      aMessage(NOON + 1, { user: 'U9' }),
      aMessage(NOON + 2),
      aMessage(NOON + 3),
    ];
    const rows = listRows(messages, { ...reader, mark: messages[0]?.ts });
    expect(shape(rows)).toEqual(['day', 'message', 'message', 'new', 'message', 'more']);
  });

  test('nothing is set off for who was never here', () => {
    expect(shape(listRows([aMessage(NOON)], reader))).toEqual(['day', 'message']);
  });
});

test('a thread shows its first message, the count, and the replies', () => {
  const parent = aMessage(NOON, { thread_ts: `${NOON}.000100` });
  const replies = [1, 2].map((n) => aMessage(NOON + n, { thread_ts: parent.ts }));
  expect(shape(threadRows([parent, ...replies], parent.ts))).toEqual([
    'message',
    'replies',
    'message',
    'more',
  ]);
  expect(shape(threadRows([parent], parent.ts))).toEqual(['message']);
});
