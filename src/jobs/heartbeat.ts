import type { ScheduledJob } from './ScheduledJob.ts';

/** Once a minute: whatever is due is done. The database says what that is; the tick only wakes. */
export function heartbeat(beat: () => Promise<unknown>): ScheduledJob {
  return {
    name: 'heartbeat',
    every: '1 minute',
    run: async () => {
      await beat();
    },
  };
}
