import type { Day } from './day.ts';
import type { ActivityFact, StepFact } from './facts.ts';
import { replySince } from './occurrence.ts';
import { type Policy, rungIndex } from './policy.ts';
import { isAbout } from './standing.ts';

interface Known {
  readonly steps: readonly StepFact[];
  readonly activities: readonly ActivityFact[];
}

/**
 * The day on which the customer answered what a step repeats: such a step has no object any more, asked for or not ("a reply ends
 * them all", domain.md, *Stages*). It repeats what was taken for the invoice that carries it: what another invoice had alone, which it lists too, is
 * no repeat of it. Undefined for a step that repeats nothing.
 */
export function answeredRepeat(
  step: StepFact,
  { steps, activities }: Known,
  policy: Policy,
): Day | undefined {
  if (!policy.rungs[rungIndex(policy, step.stage)]?.repeat) return undefined;
  const repeated = steps.filter(
    (earlier) =>
      earlier.id !== step.id &&
      earlier.stage === step.stage &&
      earlier.state !== 'cancelled' &&
      earlier.takenOn < step.takenOn &&
      isAbout(earlier, step.carryingInvoiceId),
  );
  return repeated.length > 0 ? replySince(repeated, activities) : undefined;
}
