import { expect, test } from 'vitest';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import { markOf } from '../../src/core/markOf.ts';
import { readPolicy } from '../../src/core/policy.ts';

test.each([
  ['the order of entries', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
  ['an entry that is there without a value', { a: 1, b: undefined }, { a: 1 }, true],
  ['the order of a list', [1, 2], [2, 1], false],
  ['a value', { a: 1 }, { a: 2 }, false],
  ['nothing at all', undefined, {}, false],
])('%s', (_, one, other, same) => {
  expect(markOf(one) === markOf(other)).toBe(same);
});

test('a policy that was kept and read back has the mark that it had', () => {
  const stored = JSON.parse(
    JSON.stringify({ ...businessPolicy, appliesTo: { owesAtLeast: { USD: 2, EUR: 1 } } }),
  );
  const again = readPolicy({ ...stored, appliesTo: { owesAtLeast: { EUR: 1, USD: 2 } } });
  expect(markOf(again)).toBe(markOf(readPolicy(stored)));
});
