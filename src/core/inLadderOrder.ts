import { defaultPolicyFor } from './defaultPolicies.ts';

const { rungs, tasks } = defaultPolicyFor('business');
const LADDER = [...rungs, ...tasks].sort((a, b) => a.day - b.day).map(({ key }) => key);

/** Stages as the default policy for businesses comes to them, day by day; others, such as a team's own, after them by name. */
export function inLadderOrder(stages: Iterable<string>): string[] {
  const place = (stage: string) => {
    const found = LADDER.indexOf(stage);
    return found < 0 ? LADDER.length : found;
  };
  return [...stages].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}
