import { type Day, isoDay } from '../../core/day.ts';

/** What makes the question for fresh payments to a creditor asked once a day, whichever of its debtors waits for them. */
export function freshnessKey(creditor: { readonly id: string } | undefined, day: Day): string {
  return `freshness:${creditor?.id ?? ''}:${isoDay(day)}`;
}
