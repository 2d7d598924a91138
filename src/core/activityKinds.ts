import type { ActivityFact } from './facts.ts';

const conversationOutcomes = new Set([
  'answered',
  'promised',
  'paid',
  'disputes',
  'instalments',
  'call_back',
  'refuses',
  'hardship',
]);
const answersNothing = new Set(['bank_details', 'left_company']);
const nobodyReached = new Set(['not_connected', 'wrong_number']);

/** A talk with the person who decides, by telephone or in person, whoever started it. */
export function isConversation({ kind, outcome, rightParty }: ActivityFact): boolean {
  if (kind !== 'call' && kind !== 'visit') return false;
  return rightParty ?? (outcome !== undefined && conversationOutcomes.has(outcome));
}

/** Something that came from the customer. */
export function isReply({ kind, direction }: ActivityFact): boolean {
  return kind === 'reply' || (direction === 'in' && kind !== 'note');
}

/**
 * Something from the customer that answers us. What names other bank details may be somebody else's: it is read, and answers nothing
 * that was asked; nor does a mailbox whose owner has left the company.
 */
export function isAnswer(activity: ActivityFact): boolean {
  const { outcome, delayReason } = activity;
  return isReply(activity) && !answersNothing.has(outcome ?? '') && delayReason !== 'paid_elsewhere';
}

/** An answer in writing. */
export function isWrittenAnswer(activity: ActivityFact): boolean {
  return isAnswer(activity) && activity.kind !== 'call' && activity.kind !== 'visit';
}

/** Something we did to reach the customer, and that could have reached somebody. */
export function isAttempt({ kind, direction, outcome }: ActivityFact): boolean {
  if (direction !== 'out' || kind === 'note' || kind === 'reply') return false;
  return outcome === undefined || !nobodyReached.has(outcome);
}
