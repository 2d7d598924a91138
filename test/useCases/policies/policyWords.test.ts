import { expect, test } from 'vitest';
import { defaultPolicyFor } from '../../../src/core/defaultPolicies.ts';
import { stageLine } from '../../../src/useCases/policies/policyWords.ts';

test.each([
  ['business', /day 60 · again on the next 4 business days \(call, mail, call, mail\), then every 7 days/],
  ['individual', /day 60 · again every 7 days/],
] as const)('the late-payment notice of a %s says in one line when it comes again', (kind, line) => {
  const notice = defaultPolicyFor(kind).rungs.find(({ key }) => key === 'firm_notice');
  expect(notice && stageLine(notice)).toMatch(line);
});
