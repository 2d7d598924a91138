import { Markup } from './Markup.ts';

/** Slack's date formats that Duly uses; `{…}` are Slack's tokens. */
export type DateFormat =
  | '{date_short_pretty} at {time}'
  | '{date_short_pretty}'
  | '{date_long_pretty}'
  | '{date_long}'
  | '{date_num} {time}'
  | '{time}'
  | '{ago}';

/**
 * An instant in each reader's own zone. Only for instants: a calendar date without a time would shift. Where Slack cannot
 * render it (notifications, old clients) the instant is shown in UTC.
 */
export function dateInstant(instant: Date, format: DateFormat = '{date_short_pretty} at {time}'): Markup {
  const seconds = Math.floor(instant.getTime() / 1000);
  const fallback = `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return new Markup(`<!date^${seconds}^${format}|${fallback}>`);
}
