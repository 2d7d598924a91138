import type { AgendaBackend } from 'agenda';

/** Where Agenda keeps when each heartbeat is next due and who has it. */
export interface JobStore {
  readonly backend: AgendaBackend;
  close(): Promise<void>;
}
