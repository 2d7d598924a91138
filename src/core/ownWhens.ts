import { addBusinessDays } from './calendar.ts';
import { addDays, type Day, dateOfDay, parseDay } from './day.ts';
import { dayOnSide } from './dayOnSide.ts';
import type { FoundWhen, WhenReading } from './FoundWhen.ts';

/** Days in the short forms of the trade: `2026-12-01`, `+3d`, `-3d`, `2w`, `+2bd`, `eom`, `30.11.`. */
export function* ownWhens(
  text: string,
  today: Day,
  { calendar, direction }: WhenReading,
): Generator<FoundWhen> {
  for (const match of text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)) yield* at(match, parseDay(match[0]));
  for (const match of text.matchAll(/(?<![\w.,/+−-])([+−-]?)(\d{1,3}) ?(d|w|bd)\b/gi)) {
    const n = Number(match[2]) * (match[1] === '-' || match[1] === '−' ? -1 : 1);
    const unit = match[3]?.toLowerCase();
    if (unit === 'bd') yield* at(match, calendar && addBusinessDays(calendar, today, n));
    else yield* at(match, addDays(today, unit === 'w' ? n * 7 : n));
  }
  for (const match of text.matchAll(/\beom\b/gi))
    yield* at(
      match,
      dayWhere(today, 'future', (day) => dateNumber(addDays(day, 1)) === 1),
    );
  for (const match of text.matchAll(/(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)/g)) {
    const ending = `-${(match[2] ?? '').padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
    const year = dateOfDay(today).getUTCFullYear();
    const days = [year - 1, year, year + 1].map((y) => parseDay(y + ending));
    yield* at(match, dayOnSide(days, today, direction));
  }
}

/** Days of the month alone: `the 15th`. */
export function* ordinalWhens(text: string, today: Day, { direction }: WhenReading): Generator<FoundWhen> {
  for (const match of text.matchAll(/\b(?:the )?([1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b/gi)) {
    yield* at(
      match,
      dayWhere(today, direction, (day) => dateNumber(day) === Number(match[1])),
    );
  }
}

function dateNumber(day: Day): number {
  return dateOfDay(day).getUTCDate();
}

function dayWhere(
  today: Day,
  direction: WhenReading['direction'],
  fits: (day: Day) => boolean,
): Day | undefined {
  const around = Array.from({ length: 123 }, (_, n) => addDays(today, n - 61));
  return dayOnSide(around.filter(fits), today, direction);
}

function* at(match: RegExpMatchArray, day: Day | undefined): Generator<FoundWhen> {
  if (day !== undefined) yield { day, index: match.index ?? 0, length: match[0].length };
}
