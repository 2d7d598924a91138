import { expect, test } from 'vitest';
import { newId } from '../../src/core/newId.ts';

test('ids are short, plain, prefixed when asked, and never the same twice', () => {
  const ids = Array.from({ length: 5000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
  expect(newId('pr')).toMatch(/^pr_[0-9a-z]{20}$/);
});
