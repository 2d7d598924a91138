import { parseTime, type Time } from '@internationalized/date';
import { DateInput, DateSegment, TimeField } from 'react-aria-components';
import type { Timepicker as Given } from '../blocks/kit.ts';
import { ClearButton } from './ClearButton.tsx';
import { Spinner } from './Spinner.tsx';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';
import './DateField.css';

/** A time of day. */
export function TimePicker({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { value, chooseSlowly, isBusy } = useElement(element, standing);
  const time = typeof value.selected_time === 'string' ? parseTime(value.selected_time) : null;
  const pick = (picked: Time | null) =>
    chooseSlowly({ selected_time: picked?.toString().slice(0, 5) ?? null });
  return (
    <>
      <TimeField
        className="date"
        {...namesOf(standing, element.placeholder)}
        value={time}
        onChange={pick}
        isInvalid={standing.isInvalid}
        isRequired={standing.isInput && !standing.isOptional}
        validationBehavior="aria"
      >
        <DateInput className="date-group date-input">
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </DateInput>
      </TimeField>
      {element.timezone && <span className="date-zone">{element.timezone}</span>}
      {isBusy && <Spinner />}
      {standing.isOptional && time !== null && <ClearButton onClear={() => pick(null)} />}
    </>
  );
}
