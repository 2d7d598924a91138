import type { DeliveryOptions, Pace } from './Delivery.ts';
import type { Slots } from './Slots.ts';
import type { Audience } from './slack/Audience.ts';
import type { Pauses } from './slack/callPatiently.ts';
import type { Pacer } from './slack/Pacer.ts';

/** What every item that this process sends has in common. */
export interface Workshop {
  readonly options: DeliveryOptions;
  readonly pace: Pace;
  readonly slots: Slots;
  /** mails at the same time */
  readonly mailSlots: Slots;
  readonly pacer: Pacer;
  readonly pauses: Pauses;
  readonly audience: Audience;
  /** aborted when delivery stops: ends waits, not what is under way */
  readonly signal: AbortSignal;
}
