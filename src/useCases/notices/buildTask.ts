import { approvalHash, type ShownNotice } from '../../core/approvalHash.ts';
import { collectable } from '../../core/collectable.ts';
import { DulyError } from '../../core/DulyError.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { StepFact } from '../../core/facts.ts';
import { sendableItems } from '../../core/maySend.ts';
import { formatMoney, type Money, totalsByCurrency } from '../../core/money.ts';
import { preDueWindow } from '../../core/policy.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import type { NoticeFigures } from './NoticeFigures.ts';
import { type TaskPlan, taskSubject, taskText } from './TaskPlan.ts';

/** A task as approvers decide on it: what was weighed, and the invoices that it is about. */
export interface BuiltTask {
  readonly input: DecisionInput;
  readonly plan: TaskPlan;
  readonly subject: string;
  readonly text: string;
  readonly totals: readonly Money[];
  readonly figures: NoticeFigures;
  readonly shown: ShownNotice;
  /** fingerprint of what is shown */
  readonly hash: string;
}

/** Whether what was built for approval is a task, which is sent to nobody. */
export function isTask(built: BuiltTask | BuiltNotice): built is BuiltTask {
  return 'plan' in built;
}

/** Writes the request for a task's step: every invoice that it lists and that is still collectable. Throws DulyError `nothing_to_send`. */
export function buildTask(order: {
  readonly workspace: WorkspaceContext;
  readonly input: DecisionInput;
  readonly step: StepFact;
  readonly plan: TaskPlan;
  readonly askerId: string;
}): BuiltTask {
  const { workspace, input, step, plan, askerId } = order;
  const { facts, policy, settings, today } = input;
  const book = collectable(facts, { today, window: preDueWindow(policy), settings });
  const invoices = sendableItems(step, book).map(({ invoice }) => invoice);
  if (invoices.length === 0) {
    throw new DulyError(
      'nothing_to_send',
      `step ${step.id}`,
      'Nothing of it is left to collect: nothing is asked.',
    );
  }
  const totals = totalsByCurrency(
    invoices.map(({ currency, outstanding }) => ({ currency, amount: outstanding })),
  );
  const lines = invoices.map(({ number, dueOn, currency, outstanding }) => {
    const money = formatMoney(outstanding, currency, workspace.locale);
    return `Invoice ${number}, due ${shortDay(dueOn, workspace.locale)}: ${money}`;
  });
  const subject = taskSubject(plan);
  const text = [taskText(plan), ...lines].join('\n');
  const listed = invoices.map(({ id, number, currency, outstanding }) => ({
    id,
    number,
    currency,
    outstanding,
  }));
  const shown = { invoices: listed, recipients: [], subject, text };
  return {
    input,
    plan,
    subject,
    text,
    totals,
    figures: {
      signerId: askerId,
      invoices: listed.map((invoice) => ({ ...invoice, outstanding: invoice.outstanding.toString() })),
      credits: [],
      totals: totals.map(({ currency, amount }) => ({
        currency,
        amount: amount.toString(),
        payable: amount.toString(),
      })),
      ...plan,
    },
    shown,
    hash: approvalHash(shown),
  };
}
