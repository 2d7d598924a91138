import { shortDay } from '../../core/dayName.ts';
import type { DebtorFacts, StepFact } from '../../core/facts.ts';
import {
  type ImportedStep,
  importedSteps,
  isAskedAllTheSame,
  listedBy,
  overtakenSteps,
} from '../../core/importedSteps.ts';
import { type LastStep, lastStepIn, lastStepOf } from '../../core/lastStepOf.ts';
import type { Policy } from '../../core/policy.ts';
import { stageName } from '../../core/stageName.ts';
import { instantAt } from '../../core/zone.ts';
import { waitingCases } from '../../db/cases.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import {
  insertImportedSteps,
  lastStepsSaid,
  type SaidOfDebtor,
  type StepOfImport,
} from '../../db/ledgerSteps.ts';
import { allPolicies, defaultFor, policyForNew } from '../../db/policies.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { withdrawStep } from '../cases/withdrawStep.ts';
import { NotTakenOver } from './NotTakenOver.ts';

/** Customers whose facts are looked at in one go. */
const BATCH = 200;

/** What was taken over, and what was not. */
export interface TakenOver {
  /** customers with steps that were not known yet */
  readonly customers: number;
  /** why last steps that the file names were not taken over, a sentence each */
  readonly notTakenOver: readonly string[];
}

/**
 * Keeps what the file says of last steps: each counts as done on its day, with every stage that its gates need, for the invoices that are
 * open after this import and were due by then. Nothing of the rows is lost where a step cannot be taken over: a sentence says why. What
 * was asked for here and is said to be done is withdrawn. The caller holds the locks of the debtors.
 */
export async function takeOverSteps(scope: LedgerScope, workspace: WorkspaceContext): Promise<TakenOver> {
  const said = new Map<string, SaidOfDebtor[]>();
  for (const row of await lastStepsSaid(scope)) {
    const of = said.get(row.debtorId);
    if (of) of.push(row);
    else said.set(row.debtorId, [row]);
  }
  const left = new NotTakenOver();
  let customers = 0;
  const { byId, active } = await allPolicies(scope.tx, workspace.id);
  const ids = [...said.keys()];
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const facts = await loadDebtorFacts(scope.tx, workspace, batch, scope.now);
    const done = [...facts.values()].flatMap((one) => {
      const { openCase } = one;
      const { policy } = openCase
        ? (byId.get(openCase.policyId ?? '') ?? defaultFor(one))
        : policyForNew(active, one);
      const steps = stepsOf(said.get(one.debtor.id) ?? [], one, { policy, workspace, left, now: scope.now });
      return steps.length > 0
        ? [{ facts: one, steps, overtaken: overtakenSteps(steps, { facts: one, policy }) }]
        : [];
    });
    await keep(scope, workspace, done);
    await withdrawOvertaken(scope, workspace, done);
    customers += done.length;
  }
  return { customers, notTakenOver: left.sentences() };
}

function stepsOf(
  said: readonly SaidOfDebtor[],
  facts: DebtorFacts,
  by: { policy: Policy; workspace: WorkspaceContext; left: NotTakenOver; now: Date },
): ImportedStep[] {
  const { policy, workspace, left, now } = by;
  const today = todayOf(workspace, now);
  const known: (LastStep & { readonly row: SaidOfDebtor })[] = [];
  for (const row of said) {
    const last = lastStepIn(row, { policy, today });
    if (typeof last === 'string') left.add(last, row);
    else known.push({ ...last, row });
  }
  const last = lastStepOf(known, policy);
  if (!last) return [];
  if (listedBy(last, facts.invoices).length === 0)
    left.add('nothing that is open was due by its day', last.row);
  else if (isAskedAllTheSame(last.stage.key))
    left.add(`what it needs counts as done, and it is itself asked for and recorded here`, last.row);
  return importedSteps(last, { facts, policy, calendar: workspace.calendar });
}

async function keep(
  scope: LedgerScope,
  workspace: WorkspaceContext,
  done: readonly { facts: DebtorFacts; steps: readonly ImportedStep[] }[],
): Promise<void> {
  if (done.length === 0) return;
  const debtorIds = done.flatMap(({ facts }) => (facts.openCase ? [] : [facts.debtor.id]));
  const waiting = await waitingCases(scope.tx, { workspaceId: workspace.id, debtorIds, on: scope.asOf });
  const steps = done.flatMap(({ facts, steps: ofDebtor }) => {
    const debtorId = facts.debtor.id;
    const caseId = facts.openCase?.id ?? waiting.get(debtorId);
    if (caseId === undefined) throw new Error(`no case for steps of ${debtorId}`);
    return ofDebtor.map((step, nth) => ({
      ...stepOfImport(step, { workspace, nth, now: scope.now }),
      debtorId,
      caseId,
    }));
  });
  await insertImportedSteps(scope, steps);
}

/** The review that follows ends what is asked about them: no member's list waits for a file. */
async function withdrawOvertaken(
  { tx, now }: LedgerScope,
  workspace: WorkspaceContext,
  done: readonly { overtaken: readonly StepFact[] }[],
): Promise<void> {
  const why = 'An import says that this was done already.';
  for (const step of done.flatMap(({ overtaken }) => overtaken))
    await withdrawStep(tx, { workspace, facts: { prompts: [] }, step, why, now });
}

/** Of what was needed before the last step the day is not known: that alone counts among the messages that we wrote. */
function stepOfImport(
  { stage, doneOn, isNamed, ...step }: ImportedStep,
  { workspace, nth, now }: { workspace: WorkspaceContext; nth: number; now: Date },
): Omit<StepOfImport, 'debtorId' | 'caseId'> {
  const noon = instantAt(doneOn, '12:00', workspace.zone);
  const day = shortDay(doneOn, 'en-GB');
  const sentence = isNamed
    ? `An import says that this was done on ${day}`
    : `An import says that what needs this was done on ${day}, so this counts as done too`;
  const isPosted = 'posted' in stage && stage.posted;
  return {
    ...step,
    stage: stage.key,
    doneOn,
    // in their order among the steps of that day
    at: new Date(Math.min(noon.getTime(), now.getTime() - 1000) + nth),
    reasons: [{ rule: 'imported', outcome: 'note', sentence }],
    message:
      isNamed && stage.kind === 'written'
        ? { kind: isPosted ? 'letter' : 'email', notes: stageName(stage.key) }
        : undefined,
  };
}
