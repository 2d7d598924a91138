import type { Candidate } from './candidate.ts';
import { dayHoldbacks } from './dayHoldbacks.ts';
import type { DecisionInput } from './decision.ts';
import { harsherHoldbacks } from './harsherHoldbacks.ts';
import type { Holdback } from './holdback.ts';
import type { Standing } from './standing.ts';
import { writtenHoldbacks } from './writtenHoldbacks.ts';

const rules = [...harsherHoldbacks, ...writtenHoldbacks, ...dayHoldbacks];

/** Every rule that has a say about a candidate, with the first day on which it lets it go. */
export function holdbacks(candidate: Candidate, standing: Standing, input: DecisionInput): Holdback[] {
  const found: Holdback[] = [];
  for (const rule of rules) {
    const holdback = rule(candidate, standing, input);
    if (holdback) found.push(holdback);
  }
  return found;
}
