import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface TimePickerOptions extends ElementOptions {
  /** `HH:mm`, 24 hours. */
  readonly initial?: string | undefined;
  /** The IANA zone shown beside the time; the reader's own unless given. */
  readonly zone?: string;
}

/** A time of day to choose. */
export function timePicker({ initial, zone, ...element }: TimePickerOptions): types.Timepicker {
  return {
    type: 'timepicker',
    ...elementFields(element),
    ...(initial && { initial_time: initial }),
    ...(zone !== undefined && { timezone: zone }),
  };
}
