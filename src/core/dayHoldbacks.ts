import { callSpacing } from './callSpacing.ts';
import { callsTo } from './callsTo.ts';
import { contactLimitsFor } from './contactLimits.ts';
import { addDays, type Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { ContactFact } from './facts.ts';
import { type HoldbackRule, held } from './holdback.ts';
import { NEVER } from './never.ts';
import { noWayTo } from './noWayTo.ts';
import { asksForCall, openDayFor } from './openDayFor.ts';
import { sharedContacts } from './sharedContacts.ts';
import { usualDay } from './usualDay.ts';

const day = (on: Day) => shortDay(on, 'en-GB');

/**
 * A call waits until somebody may be called, counted per person for whichever account of the group the calls were; where nobody can be
 * called at all, the prompt asks for another way.
 */
const contactRules: HoldbackRule = ({ occurrence }, _standing, { facts, debtorCalendar, today }) => {
  const { activities, elsewhere = [] } = facts;
  if (occurrence.mode !== 'call' || activities.length + elsewhere.length === 0) return undefined;
  const limits = contactLimitsFor(facts.debtor);
  let opensOn = NEVER;
  const canBeCalled = (contact: ContactFact) => noWayTo(contact, 'call', facts) === undefined;
  const own = facts.contacts.filter(canBeCalled);
  for (const contact of own.length > 0 ? own : sharedContacts(facts).filter(canBeCalled)) {
    const calls = callsTo(contact, facts);
    const found = callSpacing(calls, limits, { on: today, calendar: debtorCalendar, dayOf: ({ on }) => on });
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
const openDay: HoldbackRule = ({ rung, occurrence }, _standing, input) => {
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
const oneADay: HoldbackRule = (_candidate, { live }, { today }) => {
  if (!live.some(({ takenOn }) => takenOn === today)) return undefined;
  return held('one_a_day', addDays(today, 1), today, () => 'A step was already taken today: one a day');
};

/** The rules about days that suit a task beside the ladder: open, and for a call within the contact rules. */
export const openDayHoldbacks: readonly HoldbackRule[] = [contactRules, openDay];

/** The rules about days that suit a step of the ladder: those, and no other step on the same day. */
export const dayHoldbacks: readonly HoldbackRule[] = [oneADay, usualDay, ...openDayHoldbacks];
