import type { Clock } from '../clock.ts';
import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';

/** What every listener may use. */
export interface SlackDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** facts of this workspace changed: decide and deliver now rather than at the next heartbeat */
  wake(): void;
}
