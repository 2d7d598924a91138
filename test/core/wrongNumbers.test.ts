import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLost } from '../../src/core/isLost.ts';
import { noWayTo } from '../../src/core/noWayTo.ts';
import { deadWithNumbers, numberToRing, whichToRing, wrongNumbers } from '../../src/core/wrongNumbers.ts';
import { contact, facts } from './ladder.ts';

const [desk, pocket] = ['+44 20 7946 0000', '+44 7700 900123'];

test.each([
  ['both', { phone: desk, mobile: pocket }, [], desk],
  ['the telephone turned out wrong', { phone: desk, mobile: pocket }, ['phone'], pocket],
  ['the mobile turned out wrong', { phone: desk, mobile: pocket }, ['mobile'], desk],
  ['none is left', { phone: desk, mobile: pocket }, ['call'], undefined],
  ['a mobile alone', { mobile: pocket }, [], pocket],
  ['mail alone', {}, ['email'], undefined],
] as const)('whom to ring with %s', (_, numbers, deadChannels, expected) => {
  const jane = contact('jane', { phone: undefined, ...numbers, deadChannels });
  expect(numberToRing(jane)).toBe(expected);
  expect(noWayTo(jane, 'call', facts())).toBe(
    expected ? undefined : deadChannels.some((dead) => dead === 'call') ? 'dead' : 'no_address',
  );
});

test('a wrong number is one number; texts go to no mobile that is wrong; who has another number is not lost', () => {
  const known = { phone: desk, mobile: pocket, email: undefined };
  const one = contact('jane', { ...known, deadChannels: ['phone'] });
  expect(noWayTo(one, 'text', facts())).toBeUndefined();
  expect(isLost(facts({ contacts: [one] }))).toBe(false);
  const both = contact('jane', { ...known, deadChannels: deadWithNumbers(one, [desk, pocket]) });
  expect(both.deadChannels).toEqual(['call']);
  expect(noWayTo(both, 'text', facts())).toBe('dead');
  expect(isLost(facts({ contacts: [both] }))).toBe(true);
  // a new number beside a wrong one leaves that one wrong
  const before = { phone: desk, deadChannels: ['email', 'call'] };
  const dead = deadWithNumbers({ ...before, mobile: pocket }, wrongNumbers(before));
  expect(dead).toEqual(['email', 'phone']);
});

test('ringing one number after the other ends, and each is found wrong once', () => {
  const number = fc.option(fc.constantFrom(desk, pocket, '020 1'), { nil: undefined });
  fc.assert(
    fc.property(number, number, fc.subarray(['email', 'letter']), (phone, mobile, dead) => {
      let jane = { phone, mobile, deadChannels: dead };
      const rung: string[] = [];
      for (let next = whichToRing(jane); next; next = whichToRing(jane)) {
        const found = jane[next] ?? '';
        rung.push(found);
        jane = { ...jane, deadChannels: deadWithNumbers(jane, [...wrongNumbers(jane), found]) };
      }
      expect(new Set(rung)).toEqual(new Set([phone, mobile].filter((one) => one !== undefined)));
      expect(rung).toHaveLength(new Set(rung).size);
      expect(jane.deadChannels).toEqual([...dead, ...(rung.length > 0 ? ['call'] : [])]);
      // what is not wrong after all can be rung again
      expect(deadWithNumbers(jane, [])).toEqual(dead);
    }),
  );
});
