import type { PlanRhythm } from '../../core/planDays.ts';
import type { PromiseWords } from '../calls/CallLog.ts';

/** A plan as a member writes it down: `amount` is the whole, `on` the day of the first instalment. */
export interface PlanWords extends PromiseWords {
  readonly count: number;
  readonly rhythm: PlanRhythm;
}
