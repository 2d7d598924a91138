import type { AgendaBackend, JobId, JobRepository } from 'agenda';
import type { Log } from '../log.ts';
import { persist } from './persist.ts';

export interface PatientBackend extends AgendaBackend {
  /** Gives back what this process has locked ahead of its time and will not run any more. For the end. */
  unlockWaiting(): Promise<void>;
}

/**
 * A job store as Agenda needs it in order to live through bad weather. Agenda does not handle a failing connect (the process dies) nor
 * a failing unlock (the same); and on its way out it keeps the locks of jobs that are about to be due, so that after a restart
 * nobody runs them until the lock has expired.
 */
export function patientBackend(store: AgendaBackend, stopping: AbortSignal, log: Log): PatientBackend {
  const { repository } = store;
  const waiting = new Map<string, JobId>();
  const complain = (err: unknown) => log.warn({ err }, 'the job store does not answer; trying again');

  const overrides: Partial<JobRepository> = {
    async getNextJobToRun(...args) {
      if (stopping.aborted) return undefined;
      const job = await repository.getNextJobToRun(...args);
      if (job?._id) waiting.set(String(job._id), job._id);
      return job;
    },
    async saveJobState(job, options) {
      waiting.delete(String(job._id)); // it runs, or has run
      await repository.saveJobState(job, options);
    },
    async unlockJob(job) {
      waiting.delete(String(job._id));
      await repository.unlockJob(job).catch(complain); // the lock expires by itself
    },
  };

  return {
    name: store.name,
    ownsConnection: false,
    repository: withOverrides(repository, overrides),
    connect: () =>
      persist(() => store.connect(), stopping, complain).catch(() => new Promise<never>(() => {})),
    disconnect: async () => {},
    async unlockWaiting() {
      const ids = [...waiting.values()];
      waiting.clear();
      if (ids.length > 0) await repository.unlockJobs(ids).catch(complain);
    },
  };
}

function withOverrides<T extends object>(target: T, overrides: Partial<T>): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(overrides, key) ?? Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
