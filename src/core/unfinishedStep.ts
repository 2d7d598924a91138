import { shortDay } from './dayName.ts';
import type { Decision, DecisionInput } from './decision.ts';
import type { StepFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { rungIndex, stageOf } from './policy.ts';
import { stageName } from './stageName.ts';
import { doneSteps, type Standing } from './standing.ts';
import { contactNeeds } from './stepDone.ts';

/** A step of the ladder that was taken and is not finished. */
export interface UnfinishedStep {
  readonly stuck: NonNullable<Decision['stuck']>;
  /** no other rung starts meanwhile */
  readonly blocks: boolean;
  readonly finding: Finding;
}

/**
 * The step that keeps another rung from starting: its prompt is open, or it waits to be done. Where no other starts,
 * also the highest step of the carrying invoice that could not be sent.
 */
export function unfinishedStep(
  standing: Standing,
  input: DecisionInput,
  anotherStarts: boolean,
): UnfinishedStep | undefined {
  const { live } = standing;
  for (const prompt of input.facts.prompts) {
    const step = prompt.open ? live.find(({ id }) => id === prompt.stepId) : undefined;
    if (step) return unfinished(step, 'prompt_open', input);
  }
  for (const step of live) {
    if (step.state === 'pending' && doneSteps([step], input).length === 0)
      return unfinished(step, 'pending', input);
  }
  const failed = anotherStarts ? undefined : failedStep(standing, input);
  return failed && unfinished(failed, 'failed', input);
}

function failedStep({ mine, highest }: Standing, { policy }: DecisionInput): StepFact | undefined {
  const onTop = mine.filter(({ stage }) => rungIndex(policy, stage) === highest);
  return onTop.every(({ state }) => state === 'failed') ? onTop[0] : undefined;
}

const words = {
  prompt_open: 'its prompt is still open',
  pending: 'it is not done yet',
  failed: 'it could not be sent',
};

function unfinished(
  step: StepFact,
  why: NonNullable<Decision['stuck']>['why'],
  { policy, facts, calendar }: DecisionInput,
): UnfinishedStep {
  const { id: stepId, stage, takenOn } = step;
  const say = () => {
    const contact = why !== 'failed' && stageOf(policy, stage)?.kind === 'contact';
    const needs = contact ? contactNeeds(takenOn, facts, calendar) : undefined;
    const said = `${stageName(stage)} was started on ${shortDay(takenOn, 'en-GB')} and ${words[why]}`;
    return needs === undefined ? said : `${said}: it needs ${needs}`;
  };
  const blocks = why !== 'failed';
  return { stuck: { stepId, stage, why }, blocks, finding: { rule: why, outcome: 'stop', say } };
}
