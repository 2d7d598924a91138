import type { Day } from './day.ts';
import type { PromiseFact } from './facts.ts';

/** The business day on which a promise is judged as things stand; NEVER while what it is for rests without an end. */
export function dayJudged({ judgeOn, judgedOn = judgeOn }: PromiseFact): Day {
  return judgedOn;
}
