import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** Somebody at Larkfield about to do something about a customer. */
export interface Doing {
  readonly db: Db;
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  readonly now: Date;
}
