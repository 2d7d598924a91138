const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as a line of a log begins: `02 Mar 09:00:05`. */
export function sayMoment(iso: string, zone: string): string {
  const format = formats.get(zone) ?? newFormat(zone);
  return format.format(new Date(iso)).replace(', ', ' ');
}

/** Kept, for making one takes longer than using it. */
function newFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
