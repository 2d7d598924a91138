import * as chrono from 'chrono-node';
import { addDays, type Day, dateOfDay, parseDay } from './day.ts';
import { dayOnSide } from './dayOnSide.ts';
import type { FoundWhen, WhenReading } from './FoundWhen.ts';

/** Days in the words of the reader's language and of English, as chrono reads them: `friday`, `30 nov`, `24-31 dec`, `tomorrow 10:00`. */
export function* chronoWhens(text: string, today: Day, reading: WhenReading): Generator<FoundWhen> {
  // chrono takes “from 4 dec” for something from four o'clock on
  const asked = text.replace(/\bfrom\b/gi, (word) => ' '.repeat(word.length));
  for (const language of languagesOf(reading.locale ?? 'en-GB')) {
    for (const { text: words, index, start, end } of language.parse(asked, noonOf(today))) {
      const timed = start.isCertain('hour');
      if (!start.isCertain('day') && !start.isCertain('weekday') && !timed) continue;
      const day = turned(start, words, today, reading.direction);
      if (day === undefined) continue;
      const when = { index, length: words.length, day };
      const until = end && !sameDay(start, end) ? turned(end, words, day, 'future') : undefined;
      if (until !== undefined) yield { ...when, until };
      else yield timed ? { ...when, time: timeFrom(start) } : when;
    }
  }
}

/** Chrono takes the nearest day of what has no year or is a weekday: turned here to the side that is looked at. */
function turned(
  start: chrono.ParsedComponents,
  words: string,
  today: Day,
  direction: WhenReading['direction'],
): Day | undefined {
  const side = direction === 'past' ? -1 : 1;
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
  if (!start.isCertain('month') || start.isCertain('year')) return day;
  return dayOnSide([on(year - 1), day, on(year + 1)], today, direction);
}

function sameDay(a: chrono.ParsedComponents, b: chrono.ParsedComponents): boolean {
  return (['year', 'month', 'day'] as const).every((part) => a.get(part) === b.get(part));
}

/** Noon by the machine's own clock: chrono reckons in that zone, and only its calendar fields are read back. */
function noonOf(day: Day): Date {
  const date = dateOfDay(day);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
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
