import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';

/** A queued notice that did not go out. Whoever records it holds the debtor's lock. */
export interface NotSent {
  readonly workspace: WorkspaceContext;
  readonly notice: Notice;
  /** a clause without its full stop */
  readonly why: string;
  /** tells several failures of one notice apart: each is asked about */
  readonly occasion?: string;
  readonly now: Date;
}
