import { expect, test } from 'vitest';
import { groupName, LONGEST_GROUP_NAME } from '../../src/core/groupName.ts';
import { whyNotInGroup } from '../../src/core/whyNotInGroup.ts';

const acme = { name: 'Acme Ltd', kind: 'business', creditor: 'Northwind Ltd' };

test('businesses that owe one creditor may be in a group', () => {
  expect(whyNotInGroup(acme, { name: 'Acme', creditor: undefined })).toBeUndefined();
  expect(whyNotInGroup(acme, { name: 'Acme', creditor: 'Northwind Ltd' })).toBeUndefined();
});

test.for(['sole_trader', 'individual'])('a %s never shares an account, even alone', (kind) => {
  expect(whyNotInGroup({ ...acme, kind }, { name: 'Acme', creditor: undefined })).toContain(
    'only businesses',
  );
});

test('who owes somebody else is told whose group it is', () => {
  const why = whyNotInGroup(acme, { name: 'Acme', creditor: 'Southwind Ltd' });
  expect(why).toContain('Southwind Ltd');
  expect(why).toContain('Northwind Ltd');
});

test('a name is read with single spaces, and one that is too long is told', () => {
  expect(groupName('  Acme   Holding\t')).toEqual({ name: 'Acme Holding' });
  expect(groupName(' ')).toEqual({ name: '' });
  expect(groupName('é'.repeat(LONGEST_GROUP_NAME))).toEqual({ name: 'é'.repeat(LONGEST_GROUP_NAME) });
  expect(groupName('é'.repeat(LONGEST_GROUP_NAME + 1))).toMatchObject({
    error: expect.stringContaining('81'),
  });
});
