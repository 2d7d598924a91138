import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface DatePickerOptions extends ElementOptions {
  /** `YYYY-MM-DD`. */
  readonly initial?: string | undefined;
}

/** A calendar date to choose. */
export function datePicker({ initial, ...element }: DatePickerOptions): types.Datepicker {
  return { type: 'datepicker', ...elementFields(element), ...(initial && { initial_date: initial }) };
}
