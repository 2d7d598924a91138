import { expect, test } from 'vitest';
import { Pacer } from '../../src/delivery/slack/Pacer.ts';

test('a short burst, then one post a second, each channel for itself', () => {
  const pacer = new Pacer({ postsPerSecond: 1, burst: 3 });
  const at = 1_000_000;
  expect([1, 2, 3, 4, 5].map(() => pacer.take('C1', at))).toEqual([0, 0, 0, 1000, 2000]);
  expect(pacer.take('C2', at)).toBe(0);
  expect(pacer.take('C1', at + 60_000)).toBe(0);
});
