import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import { deadlineFor } from './deadlineFor.ts';
import type { DebtorFacts, InvoiceFact, StepFact } from './facts.ts';
import type { LastStep } from './lastStepOf.ts';
import { occurrenceNumber } from './occurrenceNumber.ts';
import { type Policy, type Rung, rungIndex, stageOf, type Task } from './policy.ts';
import { stageName } from './stageName.ts';
import { isAbout } from './standing.ts';

/** A step that counts as done since an import says so, for invoices that are open at that import. */
export interface ImportedStep {
  /** it is what the import names; others are what that needs, whose days are not known */
  readonly isNamed: boolean;
  readonly stage: Rung | Task;
  readonly carryingInvoiceId: string;
  readonly occurrence: number;
  readonly stageDay: number;
  readonly doneOn: Day;
  /** what the policy gives from that day on, where it gives a date in writing: which one was named is not known */
  readonly deadlineOn: Day | undefined;
  readonly listed: readonly InvoiceFact[];
}

/** What is more than a step: it stands on a record of its own, with who agreed and to whom, which no import has. */
const OWN_RECORD = new Set(['credit_hold', 'hand_off']);

/** Whether a stage is asked for here although an import says that it was done: only what it needs counts as done. */
export function isAskedAllTheSame(stage: string): boolean {
  return OWN_RECORD.has(stage);
}

/** The invoices that a last step can have been about: open, and due by then, or for a reminder before that so many days before. */
export function listedBy({ stage, on }: LastStep, invoices: readonly InvoiceFact[]): InvoiceFact[] {
  return invoices
    .filter(({ outstanding, dueOn }) => outstanding > 0n && on - dueOn >= Math.min(stage.day, 0))
    .sort((a, b) => a.dueOn - b.dueOn || (a.number < b.number ? -1 : 1));
}

/**
 * The steps that count as done where an import names the last one: that stage and every one that its gates need, on that day, for the
 * invoices that were open. What is done already, of the last step what was done on that day or since, is left out, so that the same
 * import again adds nothing.
 */
export function importedSteps(
  last: LastStep,
  { facts, policy, calendar }: { facts: DebtorFacts; policy: Policy; calendar: Calendar },
): ImportedStep[] {
  const { stage: top, on } = last;
  const open = listedBy(last, facts.invoices);
  const stages = withNeeded(top, policy).filter(({ key }) => !isAskedAllTheSame(key));
  return stages.flatMap((stage) => {
    const since = stage === top ? on : undefined;
    const listed = open.filter(({ id }) => !isDone(facts.steps, { stage: stage.key, invoiceId: id, since }));
    const [carrying] = listed;
    if (!carrying) return [];
    return [
      {
        isNamed: stage === top,
        stage,
        carryingInvoiceId: carrying.id,
        occurrence: occurrenceNumber(stage.key, carrying.id, facts.steps),
        stageDay: dayCome(stage, on - carrying.dueOn),
        doneOn: on,
        deadlineOn: deadlineFor({ policy, calendar, facts, today: on }, stage.key, on),
        listed,
      },
    ];
  });
}

/**
 * Steps that were taken here and are not done, although an import says that they, or a rung above them, were done for the invoice that carries
 * them. What was mailed and has only to be posted, or may have been mailed, is asked all the same: it went out from here.
 */
export function overtakenSteps(
  imported: readonly ImportedStep[],
  { facts, policy }: { facts: DebtorFacts; policy: Policy },
): StepFact[] {
  return facts.steps.filter(
    (step) =>
      (step.state === 'pending' || step.state === 'failed') &&
      !facts.prompts.some(({ stepId, kind }) => stepId === step.id && WENT_OUT.has(kind)) &&
      imported.some(
        ({ stage: { key }, listed }) =>
          listed.some(({ id }) => id === step.carryingInvoiceId) && standsInFor(key, step.stage, policy),
      ),
  );
}

const WENT_OUT = new Set(['post_letter', 'unsure_mail']);

/** What an import says was done instead of a step, as a clause; undefined where none says anything of it. */
export function saidToBeDone(
  step: StepFact,
  { facts, policy }: { facts: Pick<DebtorFacts, 'steps'>; policy: Policy },
): string | undefined {
  const said = facts.steps.filter(
    (one) =>
      one.imported &&
      one.state === 'done' &&
      isAbout(one, step.carryingInvoiceId) &&
      standsInFor(one.stage, step.stage, policy),
  );
  const one = said.find(({ stage }) => stage === step.stage) ?? said.at(-1);
  if (!one) return undefined;
  const what = one.stage === step.stage ? 'this' : `“${stageName(one.stage)}”, which comes after it,`;
  return `an import says that ${what} was done on ${shortDay(one.doneOn ?? one.takenOn, 'en-GB')} at the latest`;
}

/** The same stage, or a rung above it: below the highest one that was taken nothing is asked any more. */
function standsInFor(done: string, stage: string, policy: Policy): boolean {
  const place = rungIndex(policy, stage);
  return done === stage || (place >= 0 && rungIndex(policy, done) > place);
}

/** The stages that have to be done before that one, in the order in which they come, and itself. */
function withNeeded(stage: Rung | Task, policy: Policy): (Rung | Task)[] {
  const found = new Set<Rung | Task>();
  const add = (one: Rung | Task) => {
    for (const need of one.gate?.needs ?? []) {
      const needed = stageOf(policy, need);
      if (needed && !found.has(needed)) add(needed);
    }
    found.add(one);
  };
  add(stage);
  return [...found];
}

function isDone(
  steps: readonly StepFact[],
  about: { readonly stage: string; readonly invoiceId: string; readonly since: Day | undefined },
): boolean {
  return steps.some(
    (step) =>
      step.state === 'done' &&
      step.stage === about.stage &&
      isAbout(step, about.invoiceId) &&
      (about.since === undefined || (step.doneOn ?? step.takenOn) >= about.since),
  );
}

/** The last of the stage's days that had come for an invoice so many days late, else its first. */
function dayCome(stage: Rung | Task, late: number): number {
  const repeat = 'repeat' in stage && stage.repeat?.kind === 'days' ? stage.repeat.days : [];
  return Math.max(stage.day, ...repeat.filter((day) => day <= late));
}
