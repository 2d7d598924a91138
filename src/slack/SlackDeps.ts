import type { Clock } from '../clock.ts';
import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';

/** What every listener may use. */
export interface SlackDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** false where no mail server is set: nothing can be mailed, and so nothing is proposed */
  readonly mails: boolean;
  /** facts of this workspace changed: decide and deliver now rather than at the next heartbeat */
  wake(): void;
}
