import { type Candidate, candidateOf } from './candidate.ts';
import type { ClockStops } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import type { Decision, DecisionInput } from './decision.ts';
import { type FinanceQuestion, financeQuestions } from './financeQuestions.ts';
import type { Finding } from './finding.ts';
import type { Holdback } from './holdback.ts';
import { holdbacks } from './holdbacks.ts';
import { NEVER } from './never.ts';
import { asksForCall, openDayFor } from './openDayFor.ts';
import { stageOf } from './policy.ts';
import { silentRules } from './silentRules.ts';
import type { Standing } from './standing.ts';
import { stepToTake } from './stepToTake.ts';
import { unfinishedStep } from './unfinishedStep.ts';

/** What the ladder says about a debtor whose case is carried by an invoice. */
export interface Climb {
  readonly outcome: Pick<Decision, 'take' | 'waiting' | 'stuck'>;
  /** the first day on which it could say something else without new facts */
  readonly nextOn: Day;
  /** what it waits for that only finance can say */
  readonly waitsForFinance?: readonly FinanceQuestion[] | undefined;
  readonly findings: readonly Finding[];
  /** the rules that looked at the step whose day has come, and found nothing, in words */
  readonly silent?: () => readonly string[];
}

/**
 * The highest rung whose day has come for the carrying invoice and whose gate is met, never one below the highest already
 * taken for it; then every rule that may hold it back.
 */
export function climb(standing: Standing, stops: ClockStops, input: DecisionInput): Climb {
  const findings: Finding[] = [];
  const { candidate, upcoming } = candidateOf(standing, stops, input, findings);
  const isDue = candidate !== undefined || upcoming?.opensOn === NEVER;
  const unfinished = unfinishedStep(standing, input, candidate !== undefined);
  if (unfinished) findings.push(unfinished.finding);
  if (unfinished?.blocks) {
    const stage = candidate?.rung.key ?? upcoming?.rung.key;
    const waiting = stage === undefined ? undefined : { stage, why: unfinished.stuck.why };
    const started = stageOf(input.policy, unfinished.stuck.stage);
    return {
      outcome: { waiting, stuck: isDue ? unfinished.stuck : undefined },
      nextOn: NEVER,
      waitsForFinance: started && financeQuestions(started, input),
      findings,
    };
  }
  const soonest = upcoming ? openDayFor(false, upcoming.opensOn, input) : NEVER;
  if (!candidate) {
    const waiting = upcoming && waitFor(upcoming.rung.key, upcoming.why, soonest);
    return { outcome: { waiting, stuck: unfinished?.stuck }, nextOn: soonest, findings };
  }
  const held = holdbacks(candidate, standing, input);
  findings.push(...held);
  const { outcome, nextOn } = weigh(candidate, held, standing, soonest, input);
  return {
    outcome,
    nextOn,
    waitsForFinance: financeQuestions(candidate.rung, input),
    findings,
    silent: () => silentRules(candidate, held),
  };
}

/** Takes the candidate when every rule lets it go today, else waits for the rule that holds it longest. */
function weigh(
  candidate: Candidate,
  held: readonly Holdback[],
  standing: Standing,
  soonest: Day,
  input: DecisionInput,
): Omit<Climb, 'findings'> {
  const { rung, occurrence } = candidate;
  let longest: Holdback | undefined;
  for (const holdback of held) if (holdback.opensOn > (longest?.opensOn ?? input.today)) longest = holdback;
  if (!longest) {
    const tomorrow = openDayFor(false, addDays(input.today, 1), input);
    return { outcome: { take: stepToTake(candidate, standing, input) }, nextOn: tomorrow };
  }
  const until = openDayFor(asksForCall(occurrence.mode, rung.call), longest.opensOn, input);
  const waiting = waitFor(rung.key, longest.rule, until);
  return { outcome: { waiting }, nextOn: until < soonest ? until : soonest };
}

function waitFor(stage: string, why: string, until: Day): NonNullable<Decision['waiting']> {
  return until === NEVER ? { stage, why } : { stage, why, until };
}
