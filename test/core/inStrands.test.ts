import { expect, it } from 'vitest';
import { inStrands } from '../../src/core/inStrands.ts';

const account = (name: string, ...keys: string[]) => ({ name, keys: [name, ...keys] });
const namesOf = (strands: { name: string }[][]) => strands.map((strand) => strand.map(({ name }) => name));

it('accounts that share a group or a mailbox are in one strand, in their order; the others each in their own', () => {
  const accounts = [
    account('acme', 'ap@acme.example'),
    account('bolt'),
    account('crow', 'group 1'),
    account('dale', 'ap@acme.example'),
    account('elm', 'group 1'),
  ];
  const strands = inStrands(accounts, ({ keys }) => keys);
  expect(namesOf(strands)).toEqual([['acme', 'dale'], ['bolt'], ['crow', 'elm']]);
});

it('one that shares something with two strands makes them one', () => {
  const accounts = [
    account('acme', 'group 1'),
    account('bolt', 'desk@bolt.example'),
    account('crow'),
    account('dale', 'group 1', 'desk@bolt.example'),
  ];
  const strands = inStrands(accounts, ({ keys }) => keys);
  expect(namesOf(strands)).toEqual([['acme', 'bolt', 'dale'], ['crow']]);
});

it('of the same account one thing comes after the other', () => {
  const asked = [account('acme'), account('bolt'), account('acme')];
  expect(namesOf(inStrands(asked, ({ keys }) => keys))).toEqual([['acme', 'acme'], ['bolt']]);
});
