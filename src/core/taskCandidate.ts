import type { Candidate } from './candidate.ts';
import type { DecisionInput } from './decision.ts';
import { modeOf, type Task } from './policy.ts';

/** A task as a candidate of that day. A harsh one is harsher than anything that was put in writing, any other than nothing. */
export function taskCandidate(
  task: Task,
  { policy, today }: Pick<DecisionInput, 'policy' | 'today'>,
): Candidate {
  return {
    rung: { ...task, oneClick: false, posted: false },
    index: task.harsh ? policy.rungs.length : -1,
    occurrence: { opensOn: today, stageDay: task.day, mode: modeOf(task), isRepeat: false },
  };
}
