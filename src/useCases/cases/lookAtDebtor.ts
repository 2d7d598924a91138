import { arePaymentsFresh } from '../../core/arePaymentsFresh.ts';
import type { Day } from '../../core/day.ts';
import { decide } from '../../core/decide.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { Tx } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { policyForNew, policyOf } from '../../db/policies.ts';
import { loadReviewFacts, type ReviewFacts } from '../../db/reviewFacts.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { askAboutArrivals } from '../arrivals/askAboutArrivals.ts';
import { askWhetherOver } from '../conditions/askWhetherOver.ts';
import { askToFindCustomer } from '../contacts/askToFindCustomer.ts';
import { askToReleaseCreditHold } from '../creditHolds/askToReleaseCreditHold.ts';
import { askAboutDisputes } from '../disputes/askAboutDisputes.ts';
import { endSettledDisputes } from '../disputes/endSettledDisputes.ts';
import { standAgain } from '../disputes/standAgain.ts';
import { askAboutLateHabit } from '../habits/askAboutLateHabit.ts';
import { askOnUsualDay } from '../habits/askOnUsualDay.ts';
import { askToRecall } from '../handOffs/askToRecall.ts';
import { passOn } from '../handOffs/passOn.ts';
import { askAfterLapsedWait } from '../holds/askAfterLapsedWait.ts';
import { settleWaits } from '../holds/settleWaits.ts';
import { tellOfLapsedWait } from '../holds/tellOfLapsedWait.ts';
import { followKind } from '../kinds/followKind.ts';
import { revalidateApprovals } from '../notices/revalidateApprovals.ts';
import { askToPlaceCash } from '../payments/askToPlaceCash.ts';
import { askToRemindOfPromises } from '../promises/askToRemindOfPromises.ts';
import { judgeDebtorPromises } from '../promises/judgeDebtorPromises.ts';
import { takeBackVisits } from '../visits/takeBackVisits.ts';
import { settleWriteOffs } from '../writeOffs/settleWriteOffs.ts';
import { askAboutPartPayments } from './askAboutPartPayments.ts';
import { askFreshness } from './askFreshness.ts';
import { keepCase } from './keepCase.ts';
import { nextReview } from './nextReview.ts';
import { openTasks } from './openTasks.ts';
import type { Review } from './reviewDebtor.ts';
import { settleContactSteps } from './settleContactSteps.ts';
import { takeStep } from './takeStep.ts';
import { withdrawSteps } from './withdrawSteps.ts';

/**
 * Looks at one debtor: judges its promises, ends what the facts have overtaken, takes the step whose day has come,
 * opens the tasks beside it, and asks what else is to be asked. It writes to no other debtor's facts. Running it again changes nothing.
 * The caller holds the debtor's lock. Returns when to look again; null: not before one of its facts changes.
 * @param read its facts, as they were read under that lock
 */
export async function lookAtDebtor(tx: Tx, review: Review, read: ReviewFacts): Promise<Date | null> {
  const found = await settledFacts(tx, review, read);
  const { facts, lastHabit, hasArrivals, active } = found;
  const { workspace, now } = review;
  const today = todayOf(workspace, now);
  const version = active ? policyForNew(active, facts) : await policyOf(tx, workspace, facts);
  const { policy, policyId } = await followKind(tx, { workspace, facts, version, now });
  const asOf = facts.creditor?.until;
  const input: DecisionInput = {
    facts,
    policy,
    settings: workspace.settings,
    today,
    calendar: workspace.calendar,
    debtorCalendar: debtorCalendar(workspace, facts.debtor),
    paymentsFreshUntil: asOf,
  };
  const decision = decide(input);
  await settleWriteOffs(tx, { ...review, facts });
  const caseId = await keepCase(tx, { ...review, facts, decision, policy, policyId });
  if (facts.awaitsApproval) await revalidateApprovals(tx, review);
  await withdrawSteps(tx, { ...review, facts, decision, policy });
  const fresh = arePaymentsFresh(asOf, {
    today,
    calendar: workspace.calendar,
    settings: workspace.settings,
  });
  await askFreshness(tx, { ...review, facts, decision, fresh });
  if (facts.handedOff) await passOn(tx, { ...review, toName: facts.handedOff.toName });
  await askToReleaseCreditHold(tx, { ...review, facts });
  const taken =
    decision.take && caseId ? await takeStep(tx, { ...review, facts, decision, caseId }) : undefined;
  const isWrittenTo = taken !== undefined && decision.take?.mode === 'written';
  const opened = caseId ? await openTasks(tx, { ...review, facts, decision, caseId }) : true;
  const asksOn = soonest([
    await askAfterLapsedWait(tx, { ...review, facts }),
    await tellOfLapsedWait(tx, { ...review, facts }),
    await askToPlaceCash(tx, { ...review, facts, decision }),
    await askAboutArrivals(tx, { ...review, facts, policy, hasArrivals }),
    await askAboutPartPayments(tx, { ...review, facts, policy }),
    await askAboutDisputes(tx, { ...review, facts, policy }),
    await askWhetherOver(tx, { ...review, facts }),
    await askOnUsualDay(tx, { ...review, input }),
    await askToRemindOfPromises(tx, { ...review, input }),
    await askAboutLateHabit(tx, { ...review, input, lastHabit, isWrittenTo }),
    await askToRecall(tx, { ...review, facts }),
    await askToFindCustomer(tx, { ...review, facts, isDue: decision.caseShouldBeOpen }),
  ]);
  return nextReview({ workspace, now, decision, facts, taken, opened, asksOn });
}

function soonest(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length > 0 ? (Math.min(...known) as Day) : undefined;
}

/** The facts, once promises are judged anew, payments waited for are confirmed, disputes of settled invoices are over and those of invoices that are open again stand, visits that nobody may make any more are taken back, and contact steps that what happened has finished are recorded as done. */
async function settledFacts(tx: Tx, review: Review, read: ReviewFacts): Promise<ReviewFacts> {
  let found = read;
  const again = async () => {
    const { workspace, debtorId, now } = review;
    found = (await loadReviewFacts(tx, workspace, [debtorId], now)).get(debtorId) ?? found;
  };
  if (found.facts.promises.some(({ state }) => state !== 'cancelled' && state !== 'superseded')) {
    if (await judgeDebtorPromises(tx, { ...review, facts: found.facts })) await again();
  }
  if (found.facts.holds.some(({ kind }) => kind !== 'hold') && (await settleWaits(tx, review))) await again();
  if (await takeBackVisits(tx, { ...review, facts: found.facts })) await again();
  const disputed = { ...review, facts: found.facts };
  if ((await endSettledDisputes(tx, disputed)) + (await standAgain(tx, disputed)) > 0) await again();
  if (await settleContactSteps(tx, { ...review, facts: found.facts })) await again();
  return found;
}
