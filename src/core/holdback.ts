import type { Candidate } from './candidate.ts';
import type { Day } from './day.ts';
import type { DecisionInput } from './decision.ts';
import type { Finding } from './finding.ts';
import type { Standing } from './standing.ts';

/** What a rule says about a candidate: from which day on it lets it go. NEVER: only a new fact can open it. */
export interface Holdback extends Finding {
  readonly opensOn: Day;
}

/** A rule that may hold a candidate back; undefined when it has no say. */
export type HoldbackRule = (
  candidate: Candidate,
  standing: Standing,
  input: DecisionInput,
) => Holdback | undefined;

/** What a rule found: it lets the step go from `opensOn` on. */
export function held(rule: string, opensOn: Day, today: Day, say: () => string): Holdback {
  return { rule, outcome: opensOn > today ? 'stop' : 'pass', opensOn, say };
}
