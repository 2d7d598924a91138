import { test } from 'vitest';
import { isTold } from './isTold.ts';

// `npm run test:replay` begins it on more days
test.each([
  ['a weekend in spring, over a change of the clocks and Easter', '2027-03-21T12:00:00Z'],
  ['Christmas and New Year', '2026-12-23T12:00:00Z'],
])(
  'begun on %s, the story is told within six business days, and the books balance',
  (_, realNow) => isTold(realNow),
  900_000,
);
