import type { Day } from '../core/day.ts';
import type { Tx } from './client.ts';

/** What every statement of an import needs to know. */
export interface LedgerScope {
  readonly tx: Tx;
  readonly importId: string;
  readonly workspaceId: string;
  readonly creditorId: string;
  readonly asOf: Day;
  readonly now: Date;
}
