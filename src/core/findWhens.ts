import { chronoWhens } from './chronoWhens.ts';
import type { Day } from './day.ts';
import type { FoundWhen, WhenReading } from './FoundWhen.ts';
import { ordinalWhens, ownWhens } from './ownWhens.ts';

/** A weekday is never further ahead: what is lacks its year. */
const DAYS_OF_WEEK = 7;

/** What stands between the first and the last day of a stretch. */
const TO = /-|–|—|…|\.{2,}|\b(?:to|until|till|through|bis|au|al|hasta|tot|até)\b/gi;

/**
 * Everything in a text that names a day, in its order, the past included: `+3d`, `30.11.`, `friday`, `tomorrow 10:00`. A stretch
 * (`24-31 dec`, `24.12. - 1.1.`, `monday to friday`) is one finding, with its first and its last day.
 */
export function findWhens(text: string, today: Day, reading: WhenReading = {}): FoundWhen[] {
  const found: FoundWhen[] = [];
  for (const when of [
    ...ownWhens(text, today, reading),
    ...chronoWhens(text, today, reading),
    ...ordinalWhens(text, today, reading),
  ]) {
    if (!found.some((other) => overlap(when, other))) found.push(when);
  }
  const inOrder = found
    .sort((a, b) => a.index - b.index)
    .flatMap((when) => parted(text, when, today, reading));
  return stretches(text, inOrder, reading).map((when) => running(text, when, today, reading));
}

/** Chrono turns a stretch round whose days come in the wrong order: what is two days by itself is read as two. */
function parted(text: string, when: FoundWhen, today: Day, reading: WhenReading): FoundWhen[] {
  if (when.until === undefined) return [when];
  const words = text.slice(when.index, endOf(when));
  for (const { index, 0: to } of words.matchAll(TO)) {
    const pieces = [words.slice(0, index), words.slice(index + to.length)];
    const [first, last] = pieces.map((piece) => findWhens(piece, today, reading)[0]);
    if (!first || !last || first.until !== undefined || last.until !== undefined) continue;
    if (!pieces.every((piece, n) => piece.trim().length === [first, last][n]?.length)) continue;
    const shift = when.index + index + to.length;
    return [
      { ...first, index: when.index + first.index },
      { ...last, index: shift + last.index },
    ];
  }
  return [when];
}

/** Two days with nothing between them but “to” are one stretch, whatever way each of them is written. */
function stretches(text: string, found: readonly FoundWhen[], reading: WhenReading): FoundWhen[] {
  const joined: FoundWhen[] = [];
  for (const when of found) {
    const before = joined.at(-1);
    const single = before?.until === undefined && when.until === undefined;
    const between = before && text.slice(endOf(before), when.index).trim();
    if (!before || !single || !between || between.replace(TO, '') !== '') {
      joined.push(when);
      continue;
    }
    const { day, index } = before;
    const until = when.day < day ? dayFrom(day, text.slice(when.index, endOf(when)), reading) : when.day;
    joined[joined.length - 1] = { day, until: until ?? when.day, index, length: endOf(when) - index };
  }
  return joined;
}

/** A stretch without a year that has begun and is not over is the one that is meant, not next year's. */
function running(text: string, when: FoundWhen, today: Day, reading: WhenReading): FoundWhen {
  if (when.until === undefined || when.day - today <= DAYS_OF_WEEK || reading.direction === 'past')
    return when;
  const words = text.slice(when.index, endOf(when));
  const [begun] = findWhens(words, today, { ...reading, direction: 'past' });
  return begun?.until !== undefined && begun.day <= today && today <= begun.until
    ? { ...when, day: begun.day, until: begun.until }
    : when;
}

/** In “24.12. to 1.1.” the last day is one of the year after, on 28 December two. */
function dayFrom(first: Day, words: string, reading: WhenReading): Day | undefined {
  return findWhens(words, first, { ...reading, direction: 'future' })[0]?.day;
}

function endOf({ index, length }: FoundWhen): number {
  return index + length;
}

function overlap(a: FoundWhen, b: FoundWhen): boolean {
  return a.index < endOf(b) && b.index < endOf(a);
}
