import { isReply } from './activityKinds.ts';
import { addBusinessDays } from './calendar.ts';
import { callSpacing } from './callSpacing.ts';
import type { Candidate } from './candidate.ts';
import type { OpenItem } from './collectable.ts';
import { contactLimitsFor } from './contactLimits.ts';
import { addDays, type Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput } from './decision.ts';
import type { Finding } from './finding.ts';
import { dayAfterDeadline } from './gates.ts';
import { latest, NEVER } from './never.ts';
import { noWayTo } from './noWayTo.ts';
import { asksForCall, openDayFor } from './openDayFor.ts';
import { rungIndex } from './policy.ts';
import { writtenSpacing } from './spacing.ts';
import type { Standing } from './standing.ts';

/** What a rule says about a candidate: from which day on it lets it go. NEVER: only a new fact can open it. */
export interface Holdback extends Finding {
  readonly opensOn: Day;
}

type Rule = (candidate: Candidate, standing: Standing, input: DecisionInput) => Holdback | undefined;

const day = (on: Day) => shortDay(on, 'en-GB');

/** Part payments of open items rest written messages. */
const partPayment: Rule = ({ occurrence }, { items }, { policy, calendar, today }) => {
  if (occurrence.mode !== 'written') return undefined;
  const paid = lastPartPayment(items, today);
  if (paid === undefined) return undefined;
  const opensOn = addBusinessDays(calendar, paid, policy.partPaymentPauseDays);
  return held(
    'part_payment',
    opensOn,
    today,
    () => `A part payment came on ${day(paid)}: sending rests until ${day(opensOn)}`,
  );
};

/** A reply rests the one-click sends: somebody reads it first. */
const reply: Rule = ({ rung }, _standing, { facts, policy, calendar, today }) => {
  if (!rung.oneClick) return undefined;
  const on = lastDay(facts.activities.filter((activity) => activity.on <= today && isReply(activity)));
  if (on === undefined) return undefined;
  const opensOn = addBusinessDays(calendar, on, policy.replyPauseDays);
  return held(
    'reply',
    opensOn,
    today,
    () => `The customer replied on ${day(on)}: reminders rest until ${day(opensOn)}`,
  );
};

const OWN_REASONS = new Set(['not_received', 'order_number_missing', 'awaiting_approval', 'portal_rejected']);

/** A reason that we have to mend ourselves delays everything harsher. */
const ownReason: Rule = ({ index }, { highest }, { facts, policy, calendar, today }) => {
  if (index <= highest) return undefined;
  const on = lastDay(
    facts.activities.filter((a) => a.delayReason !== undefined && OWN_REASONS.has(a.delayReason)),
  );
  if (on === undefined || on > today) return undefined;
  const opensOn = addBusinessDays(calendar, on, policy.ownReasonDelayDays);
  return held(
    'delay_reason',
    opensOn,
    today,
    () =>
      `On ${day(on)} the customer named a reason that is ours to mend: nothing harsher before ${day(opensOn)}`,
  );
};

/** Nothing harsher before a date that we put in writing has passed. */
const deadline: Rule = ({ index }, { live }, { policy, calendar, today }) => {
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

/** Harsh steps need payments that are fresh. */
const freshness: Rule = ({ rung }, _standing, { settings, calendar, today, paymentsFreshUntil: asOf }) => {
  if (!rung.harsh) return undefined;
  const fresh = asOf !== undefined && today <= addBusinessDays(calendar, asOf, settings.freshnessDays);
  return held('freshness', fresh ? today : NEVER, today, () => {
    if (asOf === undefined) return 'No payments have been imported yet: harsh steps wait';
    return fresh
      ? `Payments are known up to ${day(asOf)}`
      : `Payments are known only up to ${day(asOf)}: harsh steps wait for an import`;
  });
};

const spacing: Rule = ({ rung, occurrence }, _standing, { facts, policy, calendar, today }) => {
  if (occurrence.mode !== 'written') return undefined;
  const skipGap = occurrence.isRepeat && rung.repeat?.kind === 'following';
  const found = writtenSpacing(facts.activities, { spacing: policy.spacing, calendar, today, skipGap });
  if (!found) return undefined;
  return held('spacing', found.opensOn, today, () =>
    found.opensOn > today
      ? `We last wrote on ${day(found.lastOn)}: the next message may go on ${day(found.opensOn)}`
      : `We last wrote on ${day(found.lastOn)}: long enough ago`,
  );
};

/** A call waits until somebody may be called; where nobody can be called at all, the prompt asks for another way. */
const contactRules: Rule = ({ occurrence }, _standing, { facts, debtorCalendar, today }) => {
  if (occurrence.mode !== 'call' || facts.activities.length === 0) return undefined;
  const limits = contactLimitsFor(facts.debtor);
  let opensOn = NEVER;
  for (const contact of facts.contacts) {
    if (noWayTo(contact, 'call')) continue;
    const own = facts.activities.filter(({ contactId }) => (contactId ?? contact.id) === contact.id);
    const found = callSpacing(own, limits, { on: today, calendar: debtorCalendar, dayOf: ({ on }) => on });
    if (found.opensOn < opensOn) opensOn = found.opensOn;
  }
  if (opensOn === NEVER) return undefined;
  return held('contact_rules', opensOn, today, () =>
    opensOn > today
      ? `The contact rules allow the next call on ${day(opensOn)}`
      : 'The contact rules allow a call today',
  );
};

/** A step on a closed day moves to the next open one; a call needs the customer's region to be open too. */
const openDay: Rule = ({ rung, occurrence }, _standing, input) => {
  const { today } = input;
  const opensOn = openDayFor(asksForCall(occurrence.mode, rung.call), today, input);
  if (opensOn === today) return undefined;
  return held(
    'closed_day',
    opensOn,
    today,
    () => `${day(today)} is closed: the step moves to ${day(opensOn)}`,
  );
};

/** So that steps of closed days do not meet on the next open one. */
const oneADay: Rule = (_candidate, { live }, { today }) => {
  if (!live.some(({ takenOn }) => takenOn === today)) return undefined;
  return held('one_a_day', addDays(today, 1), today, () => 'A step was already taken today: one a day');
};

const rules: readonly Rule[] = [
  oneADay,
  freshness,
  deadline,
  ownReason,
  partPayment,
  reply,
  spacing,
  contactRules,
  openDay,
];

/** Every rule that has a say about a candidate, with the first day on which it lets it go. */
export function holdbacks(candidate: Candidate, standing: Standing, input: DecisionInput): Holdback[] {
  const found: Holdback[] = [];
  for (const rule of rules) {
    const holdback = rule(candidate, standing, input);
    if (holdback) found.push(holdback);
  }
  return found;
}

function held(rule: string, opensOn: Day, today: Day, say: () => string): Holdback {
  return { rule, outcome: opensOn > today ? 'stop' : 'pass', opensOn, say };
}

function lastDay(activities: readonly { readonly on: Day }[]): Day | undefined {
  return activities.length > 0 ? latest(...activities.map(({ on }) => on)) : undefined;
}

function lastPartPayment(items: readonly OpenItem[], today: Day): Day | undefined {
  let last: Day | undefined;
  for (const { invoice } of items) {
    const on = invoice.partPaidOn;
    if (on !== undefined && on <= today && (last === undefined || on > last)) last = on;
  }
  return last;
}
