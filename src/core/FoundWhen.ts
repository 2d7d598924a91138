import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';

export interface WhenReading {
  /** decides whether 1/12 is in December or January, and which words are understood beside English ones */
  readonly locale?: string | undefined;
  /** what `+3bd` counts in; without it that is not understood */
  readonly calendar?: Calendar | undefined;
  /**
   * where a day without a year, or a weekday, is looked for: from today on, or up to today; `nearest`: a day without a year on whichever
   * side is nearer, a weekday from today on
   */
  readonly direction?: 'future' | 'past' | 'nearest' | undefined;
}

export interface FoundWhen {
  readonly day: Day;
  /** where the words name a stretch of days: its last one, as they say it, which may be before the first */
  readonly until?: Day;
  /** `HH:MM`, where the words name a time */
  readonly time?: string;
  readonly index: number;
  readonly length: number;
}
