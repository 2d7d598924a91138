import type { Candidate } from './candidate.ts';
import { dayHoldbacks, openDayHoldbacks } from './dayHoldbacks.ts';
import type { DecisionInput } from './decision.ts';
import { harsherHoldbacks } from './harsherHoldbacks.ts';
import type { Holdback, HoldbackRule } from './holdback.ts';
import type { Standing } from './standing.ts';
import { writtenHoldbacks } from './writtenHoldbacks.ts';

const ladderRules = [...harsherHoldbacks, ...writtenHoldbacks, ...dayHoldbacks];
const noticeRules = [...harsherHoldbacks, ...writtenHoldbacks];
const taskRules = [...harsherHoldbacks, ...openDayHoldbacks];

/** Every rule that has a say about a candidate of the ladder, with the first day on which it lets it go. */
export function holdbacks(candidate: Candidate, standing: Standing, input: DecisionInput): Holdback[] {
  return ask(ladderRules, candidate, standing, input);
}

/** The same for a notice beside the ladder: it may share a day, and what is sent asks for an open day by itself. */
export function noticeHoldbacks(candidate: Candidate, standing: Standing, input: DecisionInput): Holdback[] {
  return ask(noticeRules, candidate, standing, input);
}

/** The same for a task beside the ladder: nothing is sent with it, and it may share a day. */
export function taskHoldbacks(candidate: Candidate, standing: Standing, input: DecisionInput): Holdback[] {
  return ask(taskRules, candidate, standing, input);
}

function ask(
  rules: readonly HoldbackRule[],
  candidate: Candidate,
  standing: Standing,
  input: DecisionInput,
): Holdback[] {
  const found: Holdback[] = [];
  for (const rule of rules) {
    const holdback = rule(candidate, standing, input);
    if (holdback) found.push(holdback);
  }
  return found;
}
