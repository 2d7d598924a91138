import type { Along } from './Along.ts';
import type { Outcome } from './Delivery.ts';

/** What came of an item, and what is to be kept together with it. */
export interface Delivered {
  readonly outcome: Outcome;
  readonly along?: Along;
}
