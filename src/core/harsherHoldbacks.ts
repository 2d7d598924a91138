import { mayAskAgainOn } from './approvalDays.ts';
import { arePaymentsFresh } from './arePaymentsFresh.ts';
import { addBusinessDays } from './calendar.ts';
import { cashToPlace } from './cashToPlace.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import { isOwnReason } from './delayReasons.ts';
import { dayAfterDeadline } from './gates.ts';
import { type HoldbackRule, held } from './holdback.ts';
import { formatMoney } from './money.ts';
import { latest, NEVER } from './never.ts';
import { paymentsKnown } from './paymentsKnown.ts';
import { rungIndex } from './policy.ts';
import { promisedInWriting } from './promisedInWriting.ts';

const day = (on: Day) => shortDay(on, 'en-GB');

/** A reason that we have to mend ourselves delays everything harsher; once it is mended no longer than to the next business day. */
const ownReason: HoldbackRule = ({ index }, { highest }, { facts, policy, calendar, today }) => {
  if (index <= highest) return undefined;
  const known = facts.activities.filter(({ on }) => on <= today);
  const delays = known
    .filter(({ delayReason }) => isOwnReason(delayReason ?? ''))
    .map(({ delayReason, on, at }) => {
      const mended = known.filter((since) => since.mended === delayReason && since.at >= at);
      const mendedOn = mended.length > 0 ? (Math.min(...mended.map((since) => since.on)) as Day) : undefined;
      const last = addBusinessDays(calendar, on, policy.ownReasonDelayDays);
      const next = mendedOn === undefined ? last : addBusinessDays(calendar, mendedOn, 1);
      return { on, mendedOn, opensOn: Math.min(last, next) as Day };
    })
    .sort((a, b) => b.opensOn - a.opensOn || b.on - a.on);
  const [delay] = delays;
  if (!delay) return undefined;
  const { on, mendedOn, opensOn } = delay;
  return held('delay_reason', opensOn, today, () => {
    const named = `On ${day(on)} the customer named a reason that is ours to mend`;
    const since = mendedOn === undefined ? '' : `; on ${day(mendedOn)} it was looked after`;
    return `${named}${since}: nothing harsher before ${day(opensOn)}`;
  });
};

/** Nothing harsher before a date that we put in writing has passed. */
const deadline: HoldbackRule = ({ index }, { live }, { policy, calendar, today }) => {
  let last: Day | undefined;
  for (const { state, stage, deadlineOn } of live) {
    if (deadlineOn === undefined || state !== 'done' || rungIndex(policy, stage) >= index) continue;
    last = last === undefined ? deadlineOn : latest(last, deadlineOn);
  }
  const on = last;
  if (on === undefined) return undefined;
  const opensOn = dayAfterDeadline(on, calendar);
  return held(
    'deadline',
    opensOn,
    today,
    () => `We gave the customer until ${day(on)} in writing: nothing harsher before ${day(opensOn)}`,
  );
};

/** What approvers declined, or let expire, is not asked again at once. */
const refusal: HoldbackRule = ({ rung }, _standing, { facts, settings, calendar, today }) => {
  const ends = (facts.refusals ?? []).filter(({ stage }) => stage === rung.key).map(({ endedOn }) => endedOn);
  if (ends.length === 0) return undefined;
  const opensOn = mayAskAgainOn(latest(...ends), calendar, settings);
  return held(
    'approval_ended',
    opensOn,
    today,
    () =>
      `Its approval was declined or expired, or it was recalled: it may be asked for again from ${day(opensOn)}`,
  );
};

/** Harsh steps need payments that are fresh. */
const freshness: HoldbackRule = (
  { rung },
  _standing,
  { facts, settings, calendar, today, paymentsFreshUntil: asOf },
) => {
  if (!rung.harsh) return undefined;
  const fresh = arePaymentsFresh(asOf, { today, calendar, settings });
  return held('freshness', fresh ? today : NEVER, today, () => {
    const known = paymentsKnown({ name: facts.creditor?.name, until: asOf }, { dayWords: day, only: !fresh });
    if (asOf === undefined) return `${known}: harsh steps wait`;
    return fresh ? known : `${known}: harsh steps wait for an import`;
  });
};

/** Before anything harsh finance says what money of theirs that pays nothing yet is for. */
const unplacedCash: HoldbackRule = ({ rung }, _standing, { facts, today }) => {
  if (!rung.harsh) return undefined;
  const cash = cashToPlace(facts);
  if (cash.length === 0) return undefined;
  return held('unplaced_cash', NEVER, today, () => {
    const sums = cash.map(({ amount, currency }) => formatMoney(amount, currency)).join(' and ');
    return `${sums} of theirs came in and pays no invoice yet: harsh steps wait until finance says what it is for`;
  });
};

/** The rules about what is harsher than what came before. */
export const harsherHoldbacks: readonly HoldbackRule[] = [
  refusal,
  freshness,
  unplacedCash,
  deadline,
  promisedInWriting,
  ownReason,
];
