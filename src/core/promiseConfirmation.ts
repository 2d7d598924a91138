import { promiseIsOpen } from './clockStops.ts';
import { type Asked, type NoCourtesy, paidOrResting } from './courtesyReminder.ts';
import { confirmBy } from './promiseDays.ts';

/**
 * What speaks against the mail that confirms a promise and asks for a reply; undefined while it may go: on the day of the talk, or on the
 * business day after it where hours or closed days kept it. Only of an open promise that needs no manager's agreement any more.
 */
export function noConfirmation(promiseId: string, { facts, calendar, today }: Asked): NoCourtesy | undefined {
  const promise = facts.promises.find(({ id }) => id === promiseId);
  if (!promise || !promiseIsOpen(promise, today))
    return { rule: 'promise_ended', why: 'the promise is not open any more' };
  if (promise.awaitsAgreement)
    return { rule: 'promise_agreement', why: 'a manager has still to agree to the promise' };
  if (today > confirmBy(promise.madeOn, calendar))
    return { rule: 'too_late', why: 'it goes on the day of the promise, or the business day after it' };
  return paidOrResting(promise, facts, today);
}
