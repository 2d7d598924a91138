/**
 * A heartbeat. `run` asks the database what is due and does it, so a tick that is missed, late or doubled changes nothing. It is
 * never run twice at once in one process; two processes may overlap.
 */
export interface ScheduledJob {
  /** stands in the job store: a renamed job starts a new schedule */
  readonly name: string;
  /** an interval in words (`5 minutes`) or a cron line, which goes by `timezone` */
  readonly every: string;
  /** IANA name; UTC unless told */
  readonly timezone?: string;
  /** `stopping` is aborted when Duly stops: work in hand is finished, nothing new is begun */
  run(stopping: AbortSignal): Promise<void>;
}
