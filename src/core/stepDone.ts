import { isAttempt, isConversation, isWrittenAnswer } from './activityKinds.ts';
import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { ActivityFact, ContactFact, DebtorFacts, StepFact } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';

/** Attempts after which a contact step is done although nobody was reached. */
const ENOUGH = { attempts: 3, channels: 2 };

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The day on which a step was done; undefined while it is not. A contact step is done by what happened, whatever is recorded. */
export function stepDoneOn(
  step: StepFact,
  kind: 'written' | 'contact' | 'task',
  facts: Contacted,
  calendar: Calendar,
): Day | undefined {
  if (step.state === 'done') return step.doneOn ?? step.takenOn;
  return kind === 'contact' && step.state === 'pending' ? contactDoneOn(step, facts, calendar) : undefined;
}

type Contacted = Pick<DebtorFacts, 'debtor' | 'activities' | 'contacts'>;

/**
 * The day on which a contact step was done: a conversation since it was taken, or a written reply, or the third attempt
 * on a third business day, when at least two channels were tried and, where an alternate contact exists, that one too. A talk on a visit
 * that was reported for it finishes it on the day it was taken, where the visit was made before.
 */
export function contactDoneOn(
  step: Pick<StepFact, 'id' | 'takenOn'>,
  facts: Contacted,
  calendar: Calendar,
): Day | undefined {
  const { id, takenOn } = step;
  const visited = facts.activities.some(
    (activity) =>
      activity.kind === 'visit' &&
      activity.stepId === id &&
      activity.on < takenOn &&
      isConversation(activity),
  );
  return visited ? takenOn : contactProgress(takenOn, facts, calendar).doneOn;
}

export interface ContactProgress {
  readonly doneOn: Day | undefined;
  /** business days on which somebody was tried */
  readonly days: number;
  /** further ones that it takes */
  readonly daysLeft: number;
  readonly channels: ReadonlySet<string>;
  /** the alternate contact who has still to be tried, by id */
  readonly untried: string | undefined;
}

/** What a contact step that began on `since` still needs where nobody is reached, in words that go on after "it needs"; undefined once it is done. */
export function contactNeeds(since: Day, facts: Contacted, calendar: Calendar): string | undefined {
  const { doneOn, daysLeft: more, channels, untried } = contactProgress(since, facts, calendar);
  if (doneOn !== undefined) return undefined;
  const [tried] = channels;
  const needs = [
    ...(more > 0 ? [`attempts on ${more} more business ${more === 1 ? 'day' : 'days'}`] : []),
    ...(channels.size === 1 ? [`one by another channel than ${tried}`] : []),
    ...(channels.size === 0 ? ['two channels'] : []),
    ...(untried === undefined ? [] : ['one to the alternate contact']),
  ];
  return `a conversation or a written reply, or ${list.format(needs)}`;
}

/** How far the attempts of a contact step that began on `since` have come, up to the one that did it. */
export function contactProgress(
  since: Day,
  { debtor, activities, contacts }: Contacted,
  calendar: Calendar,
): ContactProgress {
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  const alternates = new Set(own.filter(isReachableAlternate).map(({ id }) => id));
  const days = new Set<Day>();
  const channels = new Set<string>();
  let alternateTried = alternates.size === 0;
  let doneOn: Day | undefined;
  for (const activity of inOrder(activities, since)) {
    if (isConversation(activity) || isWrittenAnswer(activity)) {
      doneOn = activity.on;
      break;
    }
    if (!isAttempt(activity) || !calendar.isOpen(activity.on)) continue;
    days.add(activity.on);
    channels.add(activity.kind);
    alternateTried ||= activity.contactId !== undefined && alternates.has(activity.contactId);
    if (days.size >= ENOUGH.attempts && channels.size >= ENOUGH.channels && alternateTried) {
      doneOn = activity.on;
      break;
    }
  }
  const untried = alternateTried ? undefined : own.find(isReachableAlternate)?.id;
  const daysLeft = Math.max(0, ENOUGH.attempts - days.size);
  return { doneOn, days: days.size, daysLeft, channels, untried };
}

function inOrder(activities: readonly ActivityFact[], since: Day): ActivityFact[] {
  return activities
    .filter(({ on }) => on >= since)
    .sort((a, b) => a.on - b.on || a.at.getTime() - b.at.getTime());
}

function isReachableAlternate({ role, doNotContact, hasLeft, isMailbox }: ContactFact): boolean {
  return role === 'alternate' && !doNotContact && !hasLeft && !isMailbox;
}
