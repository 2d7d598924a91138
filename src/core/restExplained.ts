import { isAnswer, isConversation } from './activityKinds.ts';
import { disputeIsOpen, promiseIsOpen } from './clockStops.ts';
import type { OpenItem } from './collectable.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts, PromiseFact } from './facts.ts';
import { restsFor } from './itemFindings.ts';
import { isAbout } from './standing.ts';

const day = (on: Day) => shortDay(on, 'en-GB');

/**
 * What explains, or makes it needless to ask, why the rest of an invoice is open that was paid in part on `since`: it is not
 * collected at present, it is contested or promised, or the customer has spoken or written to us that day or later. A sentence;
 * undefined while nobody knows.
 */
export function restExplained(
  { invoice: { id, number }, barrier }: OpenItem,
  { disputes, promises, activities, steps }: DebtorFacts,
  { since, today }: { since: Day; today: Day },
): string | undefined {
  if (barrier) return `Invoice ${number} rests: ${restsFor(barrier)}`;
  if (steps.some((step) => step.stage === 'hand_off' && step.state === 'done' && isAbout(step, id)))
    return `Invoice ${number} was handed off`;
  const dispute = disputes.find((of) => of.invoiceId === id && disputeIsOpen(of, today));
  if (dispute) return `A part of invoice ${number} is in dispute since ${day(dispute.raisedOn)}`;
  const promise = promises.find((of) => isFor(of, id) && saysWhen(of, since, today));
  if (promise) return `Payment of invoice ${number} was promised for ${day(promise.promisedOn)}`;
  const answer = activities.find(
    (of) => of.on >= since && of.on <= today && (isConversation(of) || isAnswer(of)),
  );
  return answer && `The customer spoke or wrote to us on ${day(answer.on)}`;
}

function isFor({ invoices }: PromiseFact, id: string): boolean {
  return invoices.some(({ invoiceId }) => invoiceId === id);
}

/** Money is still to come by it, or it failed since then, which is asked about by itself. A promise that this money kept says nothing of the rest. */
function saysWhen(promise: PromiseFact, since: Day, today: Day): boolean {
  if (promiseIsOpen(promise, today)) return true;
  const { state, endedOn } = promise;
  return (state === 'broken' || state === 'partially_kept') && endedOn !== undefined && endedOn >= since;
}
