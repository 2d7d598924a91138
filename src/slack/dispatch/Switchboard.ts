import type { InFlight } from '../InFlight.ts';
import type { listeners } from '../listeners.ts';
import type { SlackDeps } from '../SlackDeps.ts';

/** What every surface is connected with. */
export interface Switchboard {
  readonly table: typeof listeners;
  readonly deps: SlackDeps;
  readonly inFlight: InFlight;
}
