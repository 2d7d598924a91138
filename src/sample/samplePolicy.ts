import { businessPolicy, defaultPolicyFor } from '../core/defaultPolicies.ts';
import type { DebtorKind } from '../core/facts.ts';
import { type Policy, readPolicy } from '../core/policy.ts';

/** Larkfield's policy for businesses: the default one, with visits in use, and finance reviews the credit limit in between. */
export const larkfieldPolicy: Policy = readPolicy({
  ...businessPolicy,
  tasks: [
    ...businessPolicy.tasks.map((task) =>
      task.key === 'direct_contact' ? { ...task, enabled: true } : task,
    ),
    { key: 'credit_limit_review', kind: 'task', day: 55, asks: 'finance' },
  ],
});

/** The policy that Larkfield goes by with a kind of customer. */
export function samplePolicyFor(kind: DebtorKind): Policy {
  return kind === 'business' ? larkfieldPolicy : defaultPolicyFor(kind);
}
