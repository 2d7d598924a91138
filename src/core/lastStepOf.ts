import type { Day } from './day.ts';
import { type Policy, type Rung, rungIndex, type Task } from './policy.ts';
import { stageNamed } from './stageNamed.ts';

/** What one row of an import says of the last step that was taken for its customer, before Duly or beside it. */
export interface ReportedStep {
  /** as the file has it */
  readonly stage: string;
  /** undefined where the file names no day that can be read */
  readonly on: Day | undefined;
}

/** The last step of a customer, in the policy's terms. */
export interface LastStep {
  readonly stage: Rung | Task;
  readonly on: Day;
}

/** The last step that a row says; else why it says none that could be taken over, as a clause. */
export function lastStepIn(
  { stage: text, on }: ReportedStep,
  { policy, today }: { readonly policy: Policy; readonly today: Day },
): LastStep | string {
  const stage = stageNamed(policy, text);
  if (!stage) {
    const known = [...policy.rungs, ...policy.tasks].map(({ key }) => key).join(', ');
    return `“${text.slice(0, 40)}” is no stage of the policy “${policy.name}”; write one of ${known}, and import the file again`;
  }
  if (on === undefined)
    return 'there is no day for it that can be read; write the day beside it, and import the file again';
  return on > today ? 'its day is still to come; correct it, and import the file again' : { stage, on };
}

/** Of what the rows of one customer say the last: the latest day, of one day the stage that comes later on the ladder. */
export function lastStepOf<S extends LastStep>(said: readonly S[], policy: Policy): S | undefined {
  const place = ({ stage }: LastStep) => rungIndex(policy, stage.key);
  return [...said].sort((a, b) => b.on - a.on || place(b) - place(a))[0];
}
