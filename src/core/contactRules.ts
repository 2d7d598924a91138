import { afterCease } from './afterCease.ts';
import { type Calendar, nextOpenDay } from './calendar.ts';
import { callSpacing } from './callSpacing.ts';
import { callsTo } from './callsTo.ts';
import { permittedNotices } from './ceaseNotices.ts';
import { activeConditions, conditionWords } from './conditions.ts';
import { type ContactLimits, contactLimitsFor } from './contactLimits.ts';
import { addDays, type Day, dateOfDay } from './day.ts';
import type { ActivityFact, ContactFact, DebtorFacts } from './facts.ts';
import { callLimitOverridden, houseLimitsOf } from './houseLimits.ts';
import { type Channel, type NoWay, noWayTo } from './noWayTo.ts';
import { lacksValidationNotice, leavesNotices } from './regulationF.ts';
import { dayIn, timeIn } from './zone.ts';
import { type ZoneHours, zoneHours } from './zoneHours.ts';

export interface ContactQuestion {
  readonly facts: Pick<
    DebtorFacts,
    'debtor' | 'contacts' | 'shared' | 'activities' | 'elsewhere' | 'conditions' | 'mailed' | 'handedOff'
  >;
  readonly contact: ContactFact;
  readonly channel: Channel;
  /** the business days of the debtor's region */
  readonly calendar: Calendar;
  readonly now: Date;
  /** the day on which the person asked for this call: for 7 days it is not counted and needs no rest */
  readonly requestedOn?: Day | undefined;
  /** it is a notice that US Regulation F lets go after a wish to cease contact: that wish alone does not hold it back */
  readonly afterCease?: boolean | undefined;
}

/** Whether a contact may be reached through a channel now, and if not, from when on. */
export interface Allowance {
  readonly allowed: boolean;
  /** attempts in the window and their limit; for calls only */
  readonly used?: number;
  readonly limit?: number;
  /** the next allowed instant; absent when it is now, or never as things are recorded */
  readonly nextAt?: Date;
  /** not allowed by house limits alone: a reason on record may override them; what protects the person nobody overrides */
  readonly mayOverride: boolean;
  /** such as "3 of 7 calls in 7 days; next allowed Tue 09:00 their time" */
  readonly sentence: string;
}

type Hours = Pick<ContactLimits, 'from' | 'until'>;

const REQUEST_HOLDS_DAYS = 7;

const NO_VALIDATION_NOTICE =
  'The validation notice of US Regulation F is not on record: send it yourself and log it with /debt wrote, as “validation notice”';

/** Whether a call on that day is still one that the person asked for: at most 7 days old, by 12 CFR 1006.14(b)(3)(i), and for everyone. */
export function isStillAskedFor(requestedOn: Day, on: Day): boolean {
  return on <= addDays(requestedOn, REQUEST_HOLDS_DAYS);
}

/**
 * What the contact rules say about reaching a person now. Counted per person across all invoices, days and hours in the
 * zone of the account whose contact it is. Private individuals whose debt is collected for another creditor: US Regulation F, 12 CFR 1006.6 and
 * 1006.14; house limits for everyone else; in the USA nothing is written before the validation notice (1006.34). Never asked about logging what has happened: that is always taken.
 */
export function contactAllowance(question: ContactQuestion): Allowance {
  const { facts, contact, channel, now } = question;
  const today = dayIn(zoneOf(question), now);
  const [condition] = activeConditions(facts.conditions, today).filter(
    (one) => !question.afterCease || channel === 'call' || !leavesNotices(facts.debtor, one),
  );
  if (condition) return never(`${conditionWords[condition.kind]}: no contact${butNotices(facts, today)}`);
  const noWay = noWayTo(contact, channel, facts);
  if (noWay) return never(noWaySentence(noWay, contact, channel));
  if (channel !== 'call' && lacksValidationNotice(facts.debtor)) return never(NO_VALIDATION_NOTICE);
  const limits = contactLimitsFor(facts.debtor);
  return channel === 'call'
    ? callAllowance(question, limits, today)
    : writtenAllowance(question, limits, today);
}

function butNotices(facts: ContactQuestion['facts'], today: Day): string {
  const left = afterCease(facts, today)?.left ?? [];
  return left.length > 0 ? ` but ${permittedNotices}` : '';
}

function callAllowance(question: ContactQuestion, limits: ContactLimits, today: Day): Allowance {
  const { facts, contact, calendar, requestedOn } = question;
  const zone = zoneOf(question);
  const onDay = ({ at }: ActivityFact) => dayIn(zone, at);
  const calls = callsTo(contact, facts);
  const spacing = (on: Day) => callSpacing(calls, limits, { on, calendar, dayOf: onDay });
  const asked = requestedOn !== undefined && isStillAskedFor(requestedOn, today);
  const opensOn = (from: Day) => (asked ? openFrom(from, limits, calendar) : spacing(from).opensOn);
  const { used, restsAfter, opensOn: spacedOn } = spacing(today);
  const nextAt = nextInstant(question, limits, today, opensOn);
  const talk =
    !asked && restsAfter !== undefined && spacedOn > today ? `, last talk ${weekdayName(restsAfter)}` : '';
  const count = `${used} of ${limits.calls} calls in ${limits.callWindowDays} days${talk}`;
  const counted = { used, limit: limits.calls };
  const lifted = nextAt && liftedAt(question, limits, today);
  const about = { contactId: contact.id, on: today, dayOf: onDay };
  if (lifted && callLimitOverridden(facts.activities, about)) {
    const said = `${count}; the house limit is overridden today`;
    return { ...allowance(lifted.nextAt, said, question, limits, today), ...counted, mayOverride: false };
  }
  const mayOverride = lifted !== undefined && lifted.nextAt === undefined;
  return { ...allowance(nextAt, count, question, limits, today), ...counted, mayOverride };
}

/** When a call would be allowed without what the house may override; undefined where nothing of it is the house's own. */
function liftedAt(
  question: ContactQuestion,
  limits: ContactLimits,
  today: Day,
): { readonly nextAt: Date | undefined } | undefined {
  const house = houseLimitsOf(question.facts.debtor);
  if (!house.frequency) return undefined;
  if (house.hours) return { nextAt: undefined };
  const opensOn = (from: Day) => openFrom(from, limits, question.calendar);
  return { nextAt: nextInstant(question, limits, today, opensOn) };
}

function writtenAllowance(question: ContactQuestion, limits: ContactLimits, today: Day): Allowance {
  const { facts, contact, channel, calendar } = question;
  const zone = zoneOf(question);
  const wroteToday = (day: Day) =>
    facts.activities.some(
      (a) => a.contactId === contact.id && a.direction === 'out' && dayIn(zone, a.at) === day,
    ) ||
    // one mailbox may be on file at several accounts
    (facts.mailed ?? []).some(
      ({ email, at }) => email === contact.email?.toLowerCase() && dayIn(zone, at) === day,
    );
  const opensOn = (from: Day): Day => {
    if (!contact.isMailbox || !wroteToday(from)) return from;
    return openFrom(addDays(from, 1), { ...limits, businessDaysOnly: true }, calendar);
  };
  const inHours = limits.writtenInHours && channel !== 'letter';
  const hours = inHours ? limits : { ...limits, from: '00:00', until: '24:00' };
  const what = contact.isMailbox ? 'A mailbox takes one message a business day' : `Writing by ${channel}`;
  const nextAt = nextInstant(question, hours, today, opensOn);
  return { ...allowance(nextAt, what, question, hours, today), mayOverride: false };
}

/** The clock of the person: somebody of another account of the group lives by that account's. */
function zoneOf({ facts, contact }: ContactQuestion): string {
  return contact.zone ?? facts.debtor.zone;
}

/** The hours that protect a person are kept wherever they may live; office hours are those of the place they most probably work at. */
function hoursOf(question: ContactQuestion, hours: Hours, today: Day): ZoneHours {
  const { facts, contact } = question;
  const zone = zoneOf(question);
  const { zones = [] } = contact.zone === undefined ? facts.debtor : contact;
  const others = houseLimitsOf(facts.debtor).hours ? [] : zones.filter((other) => other !== zone);
  return zoneHours([zone, ...others], hours, today);
}

/** Undefined when it is now. */
function nextInstant(
  question: ContactQuestion,
  limits: Hours,
  today: Day,
  opensOn: (from: Day) => Day,
): Date | undefined {
  const hours = hoursOf(question, limits, today);
  const first = opensOn(today);
  if (first === today && hours.isWithin(question.now)) return undefined;
  const begins = hours.begin(first);
  return first > today || begins > question.now ? begins : hours.begin(opensOn(addDays(today, 1)));
}

function allowance(
  nextAt: Date | undefined,
  what: string,
  question: ContactQuestion,
  hours: Hours,
  today: Day,
): Pick<Allowance, 'allowed' | 'nextAt' | 'sentence'> {
  if (!nextAt) return { allowed: true, sentence: `${what}; allowed now` };
  const zone = zoneOf(question);
  const day = dayIn(zone, nextAt);
  const when = `${weekdayName(day, day - today > 6)} ${timeIn(zone, nextAt)}`;
  const several = hoursOf(question, hours, today).zones.length > 1;
  const clock = several ? `in ${placeOf(zone)}, as they may live in several zones` : 'their time';
  return { allowed: false, nextAt, sentence: `${what}; next allowed ${when} ${clock}` };
}

function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function openFrom(day: Day, { businessDaysOnly }: ContactLimits, calendar: Calendar): Day {
  return businessDaysOnly ? nextOpenDay(calendar, day) : day;
}

function never(sentence: string): Allowance {
  return { allowed: false, mayOverride: false, sentence };
}

function noWaySentence(noWay: NoWay, { name }: ContactFact, channel: Channel): string {
  switch (noWay) {
    case 'third_party':
      return `${name} is not the customer: nobody else is told`;
    case 'do_not_contact':
      return `${name} is not to be contacted`;
    case 'left':
      return `${name} has left the company`;
    case 'refused':
      return `${name} refused ${channel === 'call' ? 'calls' : `contact by ${channel}`}`;
    case 'dead':
      return `The ${channel} contact of ${name} does not work any more`;
    case 'mailbox':
      return `${name} is a mailbox: nobody to call`;
    case 'no_address':
      return `No ${channel === 'email' ? 'email address' : 'number'} of ${name} is on file`;
  }
}

const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const dated = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

function weekdayName(day: Day, withDate = false): string {
  return (withDate ? dated : short).format(dateOfDay(day)).replace(',', '');
}
