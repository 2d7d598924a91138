/** An instant in a zone, in words for people: `Mon 2 Mar 2026, 09:00`. */
export function sayInstant(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(instant)
    .replace(/^(\w+),/, '$1');
}
