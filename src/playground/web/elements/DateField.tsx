import { parseAbsolute, toCalendarDate } from '@internationalized/date';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  type DateValue,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { useSlack } from '../api/LiveSlack.tsx';
import type { TextObject } from '../blocks/kit.ts';
import { ClearButton } from './ClearButton.tsx';
import { Spinner } from './Spinner.tsx';
import { namesOf, type Standing } from './Standing.ts';
import './popover.css';
import './DateField.css';

interface Props<T extends DateValue> {
  readonly value: T | null;
  readonly onPick: (value: T | null) => void;
  readonly standing: Standing;
  readonly isBusy: boolean;
  readonly placeholder?: Pick<TextObject, 'text'> | undefined;
  readonly granularity?: 'day' | 'minute';
  /** what the parts count from while nothing is chosen */
  readonly empty?: T;
}

/** Day, month and year to type in, and a calendar that starts at the playground's today. */
export function DateField<T extends DateValue>(props: Props<T>) {
  const { value, onPick, standing, isBusy, placeholder, granularity = 'day', empty } = props;
  const { now } = useSlack().state;
  const from = (empty ?? toCalendarDate(parseAbsolute(now, 'UTC'))) as unknown as T;
  // While a year is being typed it runs through 0002 and 0020: shown, but no choice yet.
  const [unfinished, setUnfinished] = useState<DateValue>();
  const change = (picked: DateValue | null) => {
    const isYoung = picked !== null && picked.year < 1000;
    setUnfinished(isYoung ? picked : undefined);
    if (!isYoung) onPick(picked as T | null);
  };
  return (
    <DatePicker<DateValue>
      className="date"
      {...namesOf(standing, placeholder)}
      value={unfinished ?? value}
      onChange={change}
      placeholderValue={from}
      granularity={granularity}
      isInvalid={standing.isInvalid}
      isRequired={standing.isInput && !standing.isOptional}
      validationBehavior="aria"
      hideTimeZone
    >
      <Group className="date-group">
        <DateInput className="date-input">
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </DateInput>
        {isBusy && <Spinner />}
        <Button className="date-open">
          <span aria-hidden="true">▾</span>
        </Button>
      </Group>
      {standing.isOptional && value !== null && <ClearButton onClear={() => onPick(null)} />}
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <Calendar className="calendar">
            <div className="calendar-head">
              <Button slot="previous">‹</Button>
              <Heading />
              <Button slot="next">›</Button>
            </div>
            <CalendarGrid>{(date) => <CalendarCell className="calendar-day" date={date} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
