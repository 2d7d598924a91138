import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/** Bolt's log lines in ours. Bolt says much at info that only its authors need: that goes to debug. */
export function boltLogger(log: Log): Logger {
  const bolt = log.child({ part: 'bolt' });
  const text = (words: unknown[]) => words.map(String).join(' ');
  return {
    debug: (...words) => bolt.trace(text(words)),
    info: (...words) => bolt.debug(text(words)),
    warn: (...words) => bolt.warn(text(words)),
    error: (...words) => bolt.error(text(words)),
    setLevel: () => {},
    getLevel: () => LogLevel.DEBUG,
    setName: () => {},
  };
}
