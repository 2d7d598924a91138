/** Asked for because something went wrong or stood still: a call, or a message where the call is forbidden. */
const orInWriting: ReadonlySet<string> = new Set([
  'broken_promise',
  'part_payment',
  'payment_not_found',
  'usual_day',
]);

/**
 * Whether a message of ours answers a prompt of that kind: "the owner is asked to call the same day, or to write if the contact rules
 * forbid the call" (domain.md, *Promises*). The quiet account of a month's end is answered by any action. A call that a step of the policy
 * asks for is not: there a message is one attempt of several (stepDone.ts), or no attempt at all.
 * @param mayCall whether the contact rules leave room for the call on that day, now or later
 */
export function answeredByWriting(kind: string, mayCall: boolean): boolean {
  return kind === 'month_end' || (orInWriting.has(kind) && !mayCall);
}
