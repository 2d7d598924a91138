import { DulyError } from '../../core/DulyError.ts';
import { dayOfDate, parseDay } from '../../core/day.ts';
import { draftPlan, type PlanDraft } from '../../core/draftPlan.ts';
import { formatMoney } from '../../core/money.ts';
import type { Queries } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dayOfTalk } from '../agreements/dayOfTalk.ts';
import { promisedInvoices } from '../promises/promisedInvoices.ts';
import type { PlanWords } from './PlanWords.ts';

/**
 * The schedule of a plan for a debtor as the ledger stands. Throws DulyError `plan_in_past`, `plan_too_much`, `plan_too_small`,
 * `nothing_to_promise`, each with a sentence that says what to change.
 */
export async function draftDebtorPlan(
  tx: Queries,
  options: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    readonly words: PlanWords;
    /** when it was agreed on: what is ahead is counted from that day */
    readonly madeAt: Date;
    readonly now: Date;
  },
): Promise<PlanDraft> {
  const { workspace, debtorId, words, madeAt, now } = options;
  const { currency, amount, count, rhythm, method } = words;
  const { calendar, locale, settings } = workspace;
  const today = todayOf(workspace, now);
  const firstOn = parseDay(words.on);
  if (firstOn === undefined || firstOn < today) {
    throw new DulyError(
      'plan_in_past',
      `plan from ${words.on}`,
      'The first instalment is for today or a later day: choose another date.',
    );
  }
  if (count < 2 || amount < BigInt(count)) {
    throw new DulyError(
      'plan_too_small',
      `${amount} in ${count}`,
      'A plan has two instalments at least, each of some money: change how many, or the amount.',
    );
  }
  const invoices = await promisedInvoices(tx, { workspace, debtorId, words, now });
  const draft = draftPlan(
    {
      ...{ money: { amount, currency }, count, firstOn, rhythm, method },
      madeOn: dayOfTalk(workspace, madeAt, now),
      invoices: invoices.map((invoice) => ({ ...invoice, dueOn: dayOfDate(invoice.dueOn) })),
    },
    { calendar, locale, limits: settings.freePlan },
  );
  if (draft.left === 0n) return draft;
  const open = formatMoney(amount - draft.left, currency, locale);
  throw new DulyError(
    'plan_too_much',
    `${draft.left} too much`,
    `Only ${open} is open on the invoices of this plan: write at most that, or choose more invoices.`,
  );
}
