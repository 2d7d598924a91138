import * as chrono from 'chrono-node';
import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, type Day, dateOfDay, parseDay } from './day.ts';

export interface WhenReading {
  /** decides whether 1/12 is in December or January, and which words are understood beside English ones */
  readonly locale?: string | undefined;
  /** what `+3bd` counts in; without it that is not understood */
  readonly calendar?: Calendar | undefined;
  /** where a day without a year, or a weekday, is looked for: from today on, or up to today */
  readonly direction?: 'future' | 'past' | undefined;
}

export interface FoundWhen {
  readonly day: Day;
  /** `HH:MM`, where the words name a time */
  readonly time?: string;
  readonly index: number;
  readonly length: number;
}

/** Everything in a text that names a day, in its order, the past included: `+3d`, `30.11.`, `friday`, `tomorrow 10:00`. */
export function findWhens(text: string, today: Day, reading: WhenReading = {}): FoundWhen[] {
  const found: FoundWhen[] = [];
  for (const when of [
    ...ownForms(text, today, reading),
    ...chronoForms(text, today, reading),
    ...ordinals(text, today),
  ]) {
    if (!found.some((other) => overlap(when, other))) found.push(when);
  }
  return found.sort((a, b) => a.index - b.index);
}

function* ownForms(text: string, today: Day, { calendar }: WhenReading): Generator<FoundWhen> {
  for (const match of text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)) yield* at(match, parseDay(match[0]));
  for (const match of text.matchAll(/(?<![\w.,/])\+?(\d{1,3}) ?(d|w|bd)\b/gi)) {
    const n = Number(match[1]);
    const unit = match[2]?.toLowerCase();
    if (unit === 'bd') yield* at(match, calendar && addBusinessDays(calendar, today, n));
    else yield* at(match, addDays(today, unit === 'w' ? n * 7 : n));
  }
  for (const match of text.matchAll(/\beom\b/gi))
    yield* at(
      match,
      nextWhere(today, (day) => dateNumber(addDays(day, 1)) === 1),
    );
  for (const match of text.matchAll(/(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)/g)) {
    const ending = `-${(match[2] ?? '').padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
    const year = dateOfDay(today).getUTCFullYear();
    const days = [year, year + 1].map((y) => parseDay(y + ending));
    yield* at(
      match,
      days.find((day) => day !== undefined && day >= today),
    );
  }
}

function* chronoForms(text: string, today: Day, reading: WhenReading): Generator<FoundWhen> {
  // chrono takes “from 4 dec” for something from four o'clock on
  const asked = text.replace(/\bfrom\b/gi, (word) => ' '.repeat(word.length));
  for (const language of languagesOf(reading.locale ?? 'en-GB')) {
    for (const { text: words, index, start } of language.parse(asked, noonOf(today))) {
      const timed = start.isCertain('hour');
      if (!start.isCertain('day') && !start.isCertain('weekday') && !timed) continue;
      const day = turned(start, words, today, reading.direction === 'past' ? -1 : 1);
      const when = { index, length: words.length };
      if (day !== undefined) yield timed ? { ...when, day, time: timeFrom(start) } : { ...when, day };
    }
  }
}

/** Chrono takes the nearest day of what has no year or is a weekday: turned here to the side that is looked at. */
function turned(start: chrono.ParsedComponents, words: string, today: Day, side: 1 | -1): Day | undefined {
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || date === null) return undefined;
  const on = (y: number) => parseDay(`${String(y).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`);
  const day = on(year);
  if (day === undefined) return undefined;
  const wrongSide = (day - today) * side < 0;
  if (start.isCertain('weekday') && !start.isCertain('day')) {
    const modified = /\b(?:next|this|last|past)\b/i.test(words);
    if (!modified && day === today) return addDays(today, 7 * side);
    return !wrongSide || /\b(?:last|past)\b/i.test(words) ? day : addDays(day, 7 * side);
  }
  return wrongSide && start.isCertain('month') && !start.isCertain('year') ? on(year + side) : day;
}

/** Noon by the machine's own clock: chrono reckons in that zone, and only its calendar fields are read back. */
function noonOf(day: Day): Date {
  const date = dateOfDay(day);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

function* ordinals(text: string, today: Day): Generator<FoundWhen> {
  for (const match of text.matchAll(/\b(?:the )?([1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b/gi)) {
    yield* at(
      match,
      nextWhere(today, (day) => dateNumber(day) === Number(match[1])),
    );
  }
}

function languagesOf(locale: string): { parse: typeof chrono.parse }[] {
  const { language } = new Intl.Locale(locale);
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' })
    .formatToParts(0)
    .map((part) => part.type);
  const monthFirst =
    language === 'en' && parts.indexOf('month') < parts.indexOf('day') && parts[0] !== 'year';
  const others = {
    de: chrono.de,
    es: chrono.es,
    fr: chrono.fr,
    it: chrono.it,
    nl: chrono.nl,
    pt: chrono.pt,
    sv: chrono.sv,
  };
  const own = Object.entries(others).find(([code]) => code === language)?.[1];
  // the American reader also knows "nov 30", which the British one does not
  const english = monthFirst ? [chrono.en.casual] : [chrono.en.GB, chrono.en.casual];
  return own ? [own.casual, ...english] : english;
}

function timeFrom(components: chrono.ParsedComponents): string {
  return `${twoDigits(components.get('hour') ?? 0)}:${twoDigits(components.get('minute') ?? 0)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function dateNumber(day: Day): number {
  return dateOfDay(day).getUTCDate();
}

function nextWhere(today: Day, fits: (day: Day) => boolean): Day | undefined {
  return Array.from({ length: 62 }, (_, n) => addDays(today, n)).find(fits);
}

function* at(match: RegExpMatchArray, day: Day | undefined): Generator<FoundWhen> {
  if (day !== undefined) yield { day, index: match.index ?? 0, length: match[0].length };
}

function overlap(a: FoundWhen, b: FoundWhen): boolean {
  return a.index < b.index + b.length && b.index < a.index + a.length;
}
