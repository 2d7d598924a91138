import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexNames } from '../../src/core/indexNames.ts';
import { nameLikeness, nameWords } from '../../src/core/nameLikeness.ts';

const WORDS = [
  'Harbour',
  'Harbor',
  'Hbr',
  'H',
  'Café',
  'Cafe',
  'Group',
  'Grp',
  'Holdings',
  'Holding',
  'Ltd',
  'GmbH',
];
const name = fc
  .array(fc.constantFrom(...WORDS, 'Müller', 'Mueller', '12345', '12346', '&'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));

it('finds whom a comparison with each of them finds: those of the same name, else those of a like one with a word in common', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 40 }), name, (names, wanted) => {
      const customers = names.map((each, index) => ({ id: index, name: each }));
      const words = nameWords(wanted);
      const compared = customers
        .filter((customer) => nameWords(customer.name).some((word) => words.includes(word)))
        .map((customer) => ({ customer, likeness: nameLikeness(words, nameWords(customer.name)) }));
      const same = compared.filter(({ likeness }) => likeness === 'same');
      const found = same.length > 0 ? same : compared.filter(({ likeness }) => likeness);
      expect(indexNames(customers)(wanted)).toEqual(found.map(({ customer }) => customer));
    }),
    { numRuns: 2_000 },
  );
});
