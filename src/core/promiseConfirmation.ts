import { agreedTogether } from './agreedTogether.ts';
import { promiseIsOpen } from './clockStops.ts';
import { type Asked, type NoCourtesy, paidOrResting } from './courtesyReminder.ts';
import { confirmBy } from './promiseDays.ts';

/**
 * What speaks against the mail that confirms a promise, or the plan that it is an instalment of, and asks for a reply; undefined while it
 * may go: on the day of the talk, or of the manager's agreement where it needed one, or on the business day after it where hours or closed
 * days kept it. Only of an open one that needs no agreement any more; of a plan while the money of its next instalment has not come.
 */
export function noConfirmation(promiseId: string, { facts, calendar, today }: Asked): NoCourtesy | undefined {
  const promise = facts.promises.find(({ id }) => id === promiseId);
  const what = promise?.planId === undefined ? 'promise' : 'plan';
  const open = promise
    ? agreedTogether(promise, facts.promises)
        .filter((one) => promiseIsOpen(one, today))
        .sort((a, b) => a.promisedOn - b.promisedOn)
    : [];
  const [next] = open;
  if (!next) return { rule: 'promise_ended', why: `the ${what} is not open any more` };
  if (open.some(({ awaitsAgreement }) => awaitsAgreement))
    return { rule: 'promise_agreement', why: `a manager has still to agree to the ${what}` };
  if (today > confirmBy(next.agreedOn ?? next.madeOn, calendar))
    return {
      rule: 'too_late',
      why: `it goes on the day on which the ${what} was agreed on, or the business day after it`,
    };
  return paidOrResting({ ...next, invoices: open.flatMap(({ invoices }) => invoices) }, facts, today);
}
