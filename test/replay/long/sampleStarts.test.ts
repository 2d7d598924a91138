import { test } from 'vitest';
import { isTold } from '../../sample/isTold.ts';

test.each([
  ['a Monday', '2026-06-15T12:00:00Z'],
  ['a Friday', '2026-11-20T12:00:00Z'],
])('begun on %s, the sample’s story is told within six business days, and the books balance', (_, realNow) =>
  isTold(realNow),
);
