import { expect, test } from 'vitest';
import { nameInPublic } from '../../src/core/nameInPublic.ts';

test.each([
  ['Jane Doe', 'L-1004', 'Account L-1004'],
  ['Jane Doe', 'Jane Doe', 'A private customer'],
  ['Jane Doe', ' JANE doe ', 'A private customer'],
  ['Jane Doe', '', 'A private customer'],
])('%s of account “%s” is %s in public', (name, account, said) => {
  expect(nameInPublic({ name, account })).toBe(said);
});
