import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spacingModal } from '../../blocks/policies/spacingModal.ts';
import { stageModal } from '../../blocks/policies/stageModal.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import { policySchema } from '../../src/core/policy.ts';
import { validateView } from '../../src/playground/blockKit/validateView.ts';
import { spacingForm } from '../../src/slack/views/policySpacing.ts';
import { stageForm } from '../../src/slack/views/policyStageForm.ts';

const stages = [...businessPolicy.rungs, ...businessPolicy.tasks];

test('every stage of a policy has a form that Slack takes, a policy of a single stage too', () => {
  for (const stage of stages) expect(validateView(stageModal(stageForm(businessPolicy, stage)))).toEqual([]);
  const single = policySchema.parse({
    key: 'a',
    name: 'A',
    rungs: [{ key: 'only', kind: 'written', day: 3 }],
  });
  for (const stage of single.rungs) expect(validateView(stageModal(stageForm(single, stage)))).toEqual([]);
  expect(validateView(spacingModal(spacingForm(businessPolicy)))).toEqual([]);
});

test('however many stages a policy has and however long their names are', () => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b', '_'), minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: 150 }), (keys) => {
      const rungs = keys.map((each, day) => ({ key: each, kind: 'task', day }));
      const policy = policySchema.parse({ key: 'a', name: 'A', rungs });
      for (const stage of policy.rungs.slice(0, 2))
        expect(validateView(stageModal(stageForm(policy, stage)))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('finance is offered for the tasks of a team alone', () => {
  const task = { key: 'check_invoice', kind: 'task', day: 25 };
  const policy = policySchema.parse({ ...businessPolicy, tasks: [...businessPolicy.tasks, task] });
  const offered = [...policy.rungs, ...policy.tasks].filter((stage) => {
    const asks = stageModal(stageForm(policy, stage)).blocks.find(({ block_id }) => block_id === 'asks');
    return JSON.stringify(asks).includes('finance');
  });
  expect(offered.map(({ key }) => key)).toEqual(['check_invoice']);
});
