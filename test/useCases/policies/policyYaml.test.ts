import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPolicies } from '../../../src/core/defaultPolicies.ts';
import { readPolicy } from '../../../src/core/policy.ts';
import { policyYaml, problemWords, readPolicyYaml } from '../../../src/useCases/policies/policyYaml.ts';

const read = (text: string) => {
  const found = readPolicyYaml(text);
  return 'policy' in found ? found.policy : found.problems.map(problemWords);
};

const SMALL = `key: business
name: Business
rungs:
  - key: chase
    kind: written
    day: 7
  - key: firm_notice
    kind: written
    day: 60
`;

test.each(defaultPolicies)(
  '$name can be written out and read back as it is, and fits a field of Slack',
  (policy) => {
    const text = policyYaml(policy);
    expect(read(text)).toEqual(policy);
    expect(text.length).toBeLessThan(3000);
  },
);

test('what is not written is as usual', () => {
  expect(read(SMALL)).toMatchObject({ spacing: { businessDaysApart: 3 }, rungs: [{ enabled: true }, {}] });
});

test.each([
  [
    'a stage out of order',
    SMALL.replace('day: 60', 'day: 5'),
    /^Line 7, column 5: rungs → 1: firm_notice comes before/,
  ],
  ['a word for a number', SMALL.replace('day: 60', 'day: sixty'), /^Line 9, column 10: rungs → 1 → day: /],
  [
    'a field that does not exist',
    SMALL.replace('day: 60', 'dya: 60'),
    /Line 9, column 5: dya is not known here/,
  ],
  [
    'a field that is missing',
    SMALL.replace('    kind: written\n    day: 7', '    day: 7'),
    /^Line 4, column 5: rungs → 0 → kind/,
  ],
  [
    'a gate in a circle',
    `${SMALL}    gate: {needs: [firm_notice]}\n`,
    /^Line 7, column 5: .*no earlier stage/,
  ],
  ['a bracket that never ends', `${SMALL}    gate: {needs: [chase}\n`, /^Line 10, column \d+: /],
  ['nothing', '', /^Line 1, column 1: /],
  ['another thing altogether', '- 1\n- 2\n', /^Line 1, column 1: /],
  ['an alias', 'a: &a [x]\nb: [*a, *a]\n', /Aliases are not read/],
])('%s is said with its place', (_, text, said) => {
  const problems = read(text);
  expect(Array.isArray(problems) && problems.some((problem) => said.test(problem)) ? '' : problems).toBe('');
});

test('what keeps it from being switched on is said with its place too', () => {
  const text = `${SMALL}  - key: ask_sales\n    kind: task\n    day: 70\n    approvedBy: [manager]\n`;
  const found = readPolicyYaml(text);
  expect('notYet' in found && found.notYet.map(problemWords)).toEqual([
    expect.stringMatching(/^Line 13, column 17: Ask sales cannot wait for an approval/),
  ]);
});

test('a policy for the UK is for Great Britain, and one for what is no country cannot be switched on', () => {
  const forCountries = (text: string) => readPolicyYaml(`${SMALL}appliesTo: {countries: [${text}]}\n`);
  expect(forCountries('UK, IE')).toMatchObject({
    policy: { appliesTo: { countries: ['GB', 'IE'] } },
    notYet: [],
  });
  expect(JSON.stringify(forCountries('IE, EU'))).toContain('EU is no country');
});

test('any policy reads back as it was, whatever people call it', () => {
  const stage = fc.record({
    day: fc.integer({ min: -30, max: 400 }),
    enabled: fc.boolean(),
    harsh: fc.boolean(),
    approvedBy: fc.uniqueArray(fc.constantFrom('manager', 'finance'), { maxLength: 2 }),
    deadlineDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(stage, { minLength: 1, maxLength: 5 }),
      (name, stages) => {
        const rungs = stages
          .sort((a, b) => a.day - b.day)
          .map((one, index) => ({ ...one, key: `stage_${'abcde'[index]}`, kind: 'written' }));
        const policy = readPolicy({ key: 'own', name, rungs });
        expect(read(policyYaml(policy))).toEqual(policy);
      },
    ),
    { numRuns: 100 },
  );
});

test('any text is answered, never with an error of the program', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((s) => SMALL + s),
      ),
      (text) => {
        const found = readPolicyYaml(text);
        expect('policy' in found || found.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
