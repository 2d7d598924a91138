const SIX_MONTHS = 183 * 86_400_000;

/** What a date is shown against: the reader's zone, and now. */
export interface Reader {
  readonly zone: string;
  readonly now: Date;
}

/** A moment in the words of Slack's date tokens (`{date_short_pretty} at {time}`); unknown tokens stay as they are. */
export function formatSlackDate(timestamp: number, format: string, { zone, now }: Reader): string {
  const at = new Date(timestamp * 1000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).format(at).replaceAll('\u202f', ' ');
  const near = Math.abs(at.getTime() - now.getTime()) < SIX_MONTHS;
  const year = near ? '' : `, ${part({ year: 'numeric' })}`;
  const day = part({ day: 'numeric' });
  const month = part({ month: 'long' });
  const date = `${month} ${ordinal(Number(day))}${year}`;
  const long = `${part({ weekday: 'long' })}, ${date}`;
  const short = `${part({ month: 'short' })} ${day}${year}`;
  const named = nameOfDay(at, now, zone);
  const pretty = (usual: string, first: boolean) =>
    named === undefined ? usual : first ? named.charAt(0).toUpperCase() + named.slice(1) : named;

  return format.replace(/\{(\w+)\}/g, (token: string, name: string, position: number) => {
    const first = position === 0;
    switch (name) {
      case 'date_num':
        return dayIn(at, zone);
      case 'date_slash':
        return part({ year: 'numeric', month: '2-digit', day: '2-digit' });
      case 'date':
        return date;
      case 'date_long':
        return long;
      case 'date_long_full':
        return `${month} ${day}, ${part({ year: 'numeric' })}`;
      case 'date_short':
        return short;
      case 'date_pretty':
        return pretty(date, first);
      case 'date_long_pretty':
      case 'day_divider_pretty':
        return pretty(long, first);
      case 'date_short_pretty':
        return pretty(short, first);
      case 'time':
        return part({ hour: 'numeric', minute: '2-digit' });
      case 'time_secs':
        return part({ hour: 'numeric', minute: '2-digit', second: '2-digit' });
      case 'ago':
        return ago(at, now);
      default:
        return token;
    }
  });
}

function dayIn(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

function nameOfDay(at: Date, now: Date, zone: string): string | undefined {
  const days = (Date.parse(dayIn(at, zone)) - Date.parse(dayIn(now, zone))) / 86_400_000;
  return new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(days);
}

function ordinal(day: number): string {
  const ending = new Intl.PluralRules('en', { type: 'ordinal' }).select(day);
  return day + ({ one: 'st', two: 'nd', few: 'rd' }[ending as string] ?? 'th');
}

function ago(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(Math.trunc(seconds), 'second');
  if (size < 3600) return words.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return words.format(Math.trunc(seconds / 3600), 'hour');
  return words.format(Math.trunc(seconds / 86_400), 'day');
}
