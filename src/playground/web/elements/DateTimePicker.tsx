import { fromAbsolute, type ZonedDateTime } from '@internationalized/date';
import { useSlack } from '../api/LiveSlack.tsx';
import type { DateTimepicker as Given } from '../blocks/kit.ts';
import { DateField } from './DateField.tsx';
import type { Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** A moment, in the viewer's own zone. */
export function DateTimePicker({
  element,
  standing,
}: {
  readonly element: Given;
  readonly standing: Standing;
}) {
  const { value, chooseSlowly, isBusy } = useElement(element, standing);
  const { state } = useSlack();
  const zone = state.users.find(({ id }) => id === state.user)?.tz ?? 'UTC';
  const seconds = value.selected_date_time;
  const moment = typeof seconds === 'number' ? fromAbsolute(seconds * 1000, zone) : null;
  const pick = (picked: ZonedDateTime | null) =>
    chooseSlowly({ selected_date_time: picked && Math.floor(picked.toDate().getTime() / 1000) });
  const empty = fromAbsolute(Date.parse(state.now), zone).set({ minute: 0, second: 0, millisecond: 0 });
  return (
    <DateField
      value={moment}
      onPick={pick}
      standing={standing}
      isBusy={isBusy}
      granularity="minute"
      empty={empty}
    />
  );
}
