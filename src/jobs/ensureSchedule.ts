import type { Agenda } from 'agenda';
import type { ScheduledJob } from './ScheduledJob.ts';

/**
 * Puts the heartbeat into the store, or leaves it alone when it stands there with the same rhythm: saving it again would forget a tick that
 * fell due while nobody ran, and, in MongoDB, take away the lock of whoever is running it.
 */
export async function ensureSchedule(
  agenda: Agenda,
  { name, every, timezone = 'UTC' }: ScheduledJob,
): Promise<void> {
  const { jobs } = await agenda.queryJobs({ name });
  const known = jobs.find((job) => job.type === 'single');
  if (known?.repeatInterval === every && known.repeatTimezone === timezone && known.nextRunAt) return;
  // Agenda keeps the old next tick when the rhythm changes; and a row that is removed under a runner only costs its note of the end.
  if (known) await agenda.cancel({ name });
  await agenda.every(every, name, undefined, { timezone });
}
