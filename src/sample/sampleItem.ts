import { addDays, type Day, weekday } from '../core/day.ts';
import type { SampleInvoice } from './SampleDebtor.ts';

/** An item before the ledger numbers it. */
export type Unnumbered = Omit<SampleInvoice, 'number'>;

/** Days between the day of issue and the due date. */
const TERMS = 30;

export const minorOf = (major: number) => BigInt(Math.round(major * 100));

/** An open invoice; issued on a working day of the week. */
export function item(dueOn: Day, amount: bigint): Unnumbered {
  const issued = addDays(dueOn, -TERMS);
  return { issuedOn: addDays(issued, -Math.max(0, weekday(issued) - 5)), dueOn, amount };
}
