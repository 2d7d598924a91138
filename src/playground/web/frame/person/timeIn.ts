const formats = new Map<string, Intl.DateTimeFormat>();

function format(ts: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = timeZone + JSON.stringify(options);
  const formatter = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(key, formatter);
  return formatter.format(Number(ts) * 1000).replaceAll('\u202f', ' ');
}

/** `9:05 AM`: the time of a message for a reader in this zone. */
export function timeIn(zone: string, ts: string): string {
  return format(ts, zone, { hour: 'numeric', minute: '2-digit' });
}

/** `2026-11-25`: the day of a message for a reader in this zone. */
export function dayIn(zone: string, ts: string): string {
  const day = format(ts, zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return day.replace(/(\d+)\/(\d+)\/(\d+)/, '$3-$1-$2');
}

/** `Wednesday, November 25, 2026 at 9:05 AM`. */
export function fullTimeIn(zone: string, ts: string): string {
  const day = format(ts, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} at ${timeIn(zone, ts)}`;
}

/** `Today`, `Yesterday`, `Monday, November 23`; with the year where it is another than that of `today` (`2026-11-25`). */
export function dayNameIn(zone: string, ts: string, today: string): string {
  const day = dayIn(zone, ts);
  if (day === today) return 'Today';
  if (Date.parse(today) - Date.parse(day) === 86_400_000) return 'Yesterday';
  return format(ts, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}

/** `Today at 9:05 AM`, `Nov 23 at 9:05 AM`. */
export function momentIn(zone: string, ts: string, today: string): string {
  const name = dayNameIn(zone, ts, today);
  const isNear = name === 'Today' || name === 'Yesterday';
  const sameYear = dayIn(zone, ts).slice(0, 4) === today.slice(0, 4);
  const day = () =>
    format(ts, zone, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
  return `${isNear ? name : day()} at ${timeIn(zone, ts)}`;
}
