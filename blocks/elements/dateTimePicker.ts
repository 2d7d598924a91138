import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface DateTimePickerOptions extends Omit<ElementOptions, 'placeholder'> {
  readonly initial?: Date | undefined;
}

/** An instant to choose, shown in the reader's zone; messages and modals take it. */
export function dateTimePicker({ initial, ...element }: DateTimePickerOptions): types.DateTimepicker {
  return {
    type: 'datetimepicker',
    ...elementFields(element),
    ...(initial !== undefined && { initial_date_time: Math.floor(initial.getTime() / 1000) }),
  };
}
