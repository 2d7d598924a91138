import { z } from 'zod';

/** What is weighed before a case is passed on; texts as typed. */
export const handOffPlan = z.object({
  toKind: z.enum(['agency', 'court']),
  /** the agency, solicitor or court */
  toName: z.string(),
  fee: z.string(),
  relationship: z.string(),
  /** cost against likely recovery */
  recovery: z.string(),
  solvency: z.string(),
  keepCustomer: z.boolean(),
});

export type HandOffPlan = z.infer<typeof handOffPlan>;

const kinds = { agency: 'an agency', court: 'court' } as const;

/** "to an agency, Creditline Ltd" */
export function handOffTo({ toKind, toName }: Pick<HandOffPlan, 'toKind' | 'toName'>): string {
  return `to ${kinds[toKind]}, ${toName}`;
}

/** The plan as approvers read it, line by line. */
export function handOffText(plan: HandOffPlan): string {
  return [
    `Passed ${handOffTo(plan)}`,
    `Fee: ${plan.fee}`,
    `What the relationship is worth: ${plan.relationship}`,
    `Cost against likely recovery: ${plan.recovery}`,
    `Solvency: ${plan.solvency}`,
    `Keep as a customer: ${plan.keepCustomer ? 'yes' : 'no'}`,
  ].join('\n');
}
