import { type CalendarDate, parseDate } from '@internationalized/date';
import type { Datepicker as Given } from '../blocks/kit.ts';
import { DateField } from './DateField.tsx';
import type { Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** A day: typed in parts, or picked in a calendar. */
export function DatePicker({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { value, chooseSlowly, isBusy } = useElement(element, standing);
  const day = typeof value.selected_date === 'string' ? parseDate(value.selected_date) : null;
  const pick = (picked: CalendarDate | null) => chooseSlowly({ selected_date: picked?.toString() ?? null });
  return (
    <DateField
      value={day}
      onPick={pick}
      standing={standing}
      placeholder={element.placeholder}
      isBusy={isBusy}
    />
  );
}
