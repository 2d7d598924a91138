import { expect, it } from 'vitest';
import { contactNamed } from '../../src/core/contactNamed.ts';

const people = ['Jane Miller', 'Jane Potter', 'Tom Hart', 'Müller, Ute', 'Accounts'].map((name) => ({
  name,
}));

it.each([
  ['Tom', 'Tom Hart'],
  ['tom hart', 'Tom Hart'],
  ['Jane Miller', 'Jane Miller'],
  ['Ms Potter', 'Jane Potter'],
  ['Ute Mueller', 'Müller, Ute'],
  ['accounts', 'Accounts'],
  ['Jane', undefined],
  ['Bob', undefined],
  ['', undefined],
])('%s is %s', (said, meant) => {
  expect(contactNamed(said, people)?.name).toBe(meant);
});
