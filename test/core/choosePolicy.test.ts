import { expect, test } from 'vitest';
import { choosePolicy } from '../../src/core/choosePolicy.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { invoice } from './ladder.ts';

const named = (key: string, appliesTo: Partial<Policy['appliesTo']>) =>
  readPolicy({ ...businessPolicy, key, name: key, appliesTo });

const german = named('german', { countries: ['DE'] });
const germanBusiness = named('german_business', { countries: ['DE'], kinds: ['business'] });
const large = named('large', { owesAtLeast: { EUR: 1_000_000 } });
const huge = named('huge', { owesAtLeast: { EUR: 5_000_000 } });
const key = named('key', { tags: ['key account'] });
const all = [businessPolicy, privatePolicy, german, germanBusiness, large, huge, key];

type Who = {
  kind?: 'business' | 'sole_trader' | 'individual';
  country?: string;
  tags?: string[];
  owes?: bigint[];
};

const cases: [string, Who, string][] = [
  ['a business', {}, 'business'],
  ['a sole trader', { kind: 'sole_trader' }, 'private'],
  ['a private individual', { kind: 'individual' }, 'private'],
  [
    'a business in Germany: kind and country are narrower than one of them',
    { country: 'DE' },
    'german_business',
  ],
  [
    'a private customer in Germany: a country is narrower than a kind',
    { kind: 'individual', country: 'DE' },
    'german',
  ],
  ['what two invoices add up to counts', { owes: [600_000n, 400_000n] }, 'large'],
  ['a cent less does not', { owes: [600_000n, 399_999n] }, 'business'],
  ['a credit note lowers it', { owes: [1_200_000n, -300_000n] }, 'business'],
  ['an amount is narrower than a country', { country: 'DE', owes: [1_000_000n] }, 'large'],
  ['the higher of two amounts', { owes: [5_000_000n] }, 'huge'],
  ['a tag is narrower than all of them', { country: 'DE', owes: [9_000_000n], tags: ['key account'] }, 'key'],
  ['another tag says nothing', { tags: ['slow'] }, 'business'],
];

test.each(cases)('%s', (_, who, expected) => {
  expect(choosePolicy(all, debtor(who))?.key).toBe(expected);
  expect(choosePolicy([...all].reverse(), debtor(who))?.key).toBe(expected);
});

test('of two that are equally narrow the first key is taken, whatever the order', () => {
  const twins = [named('b', { countries: ['GB'] }), named('a', { countries: ['GB'] })];
  expect(choosePolicy(twins, debtor({}))?.key).toBe('a');
});

test('where none is for the debtor there is none', () => {
  expect(choosePolicy([german], debtor({}))).toBeUndefined();
});

function debtor({
  kind = 'business',
  country = 'GB',
  tags = [],
  owes = [],
}: Who): Pick<DebtorFacts, 'debtor' | 'invoices'> {
  return {
    debtor: { id: 'd', kind, country, zone: 'Europe/London', tags },
    invoices: owes.map((outstanding, at) => ({
      ...invoice(`${at}`, '2026-11-01'),
      currency: 'EUR',
      amount: outstanding,
      outstanding,
    })),
  };
}
