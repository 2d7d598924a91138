import { expect, test } from 'vitest';
import { isLost } from '../../src/core/isLost.ts';
import { contact, facts } from './ladder.ts';

const gone = contact('ana', { deadChannels: ['call', 'email'] });

test.each([
  ['nobody was ever on file', [], false],
  ['everything on file works', [contact('ana')], false],
  ['number and address are wrong', [gone], true],
  ['the address is wrong, the number works', [contact('ana', { deadChannels: ['email'] })], false],
  ['the only detail is wrong', [contact('ana', { phone: undefined, deadChannels: ['email'] })], true],
  ['somebody else can be reached', [gone, contact('ben')], false],
  ['a mailbox works', [gone, contact('ap', { phone: undefined, isMailbox: true })], false],
  [
    'who is left must not be contacted: they are known',
    [gone, contact('ben', { doNotContact: true })],
    false,
  ],
  [
    'who is left has neither number nor address',
    [gone, contact('ben', { phone: undefined, email: undefined })],
    true,
  ],
])('%s', (_, contacts, lost) => {
  expect(isLost(facts({ contacts }))).toBe(lost);
});
