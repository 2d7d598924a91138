/** What falls due beside the ledger: done when its time has come, and when that is next. */
export interface SampleSource {
  run(now: Date): Promise<void>;
  next(now: Date): Promise<Date | undefined>;
}
