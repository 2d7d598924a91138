/** An instant in a zone, in words for people: `Mon 2 Mar 2026, 09:00`; short, it does without the year. */
export function sayInstant(instant: Date, zone: string, isShort = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isShort ? {} : { year: 'numeric' as const }),
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(instant)
    .replace(/^(\w+),/, '$1');
}
