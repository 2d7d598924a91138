import { expect, test } from 'vitest';
import { reuse } from '../../../src/playground/web/api/reuse.ts';
import { aMessage } from './aMessage.ts';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('what says the same is the same object', () => {
  const before = { channels: [{ id: 'C1', messages: [aMessage(1), aMessage(2)] }], now: 'a' };
  expect(reuse(before, copy(before))).toBe(before);
  const after = reuse(before, { ...copy(before), now: 'b' });
  expect(after).toEqual({ ...before, now: 'b' });
  expect(after.channels).toBe(before.channels);
});

test('messages keep their identity when the window moves on', () => {
  const [first, second, third] = [aMessage(1), aMessage(2), aMessage(3)];
  const after = reuse([first, second], copy([second, third]));
  expect(after[0]).toBe(second);
  expect(after[1]).toEqual(third);
});

test('a change reaches the top, and nothing else changes', () => {
  const before = [aMessage(1), aMessage(2, { reactions: [{ name: 'x', users: ['U1'] }] })];
  const next = copy(before).map((message, index) => (index === 1 ? { ...message, reactions: [] } : message));
  const after = reuse(before, next);
  expect(after).toEqual(next);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});
