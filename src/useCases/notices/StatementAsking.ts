import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** Who asks for the statement of which account. */
export interface StatementAsking {
  readonly workspace: WorkspaceContext;
  readonly member: Pick<Member, 'id' | 'role' | 'slackUserId'>;
  readonly debtorId: string;
  readonly now: Date;
}
