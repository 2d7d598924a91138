import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import type { StatementAsking } from './StatementAsking.ts';
import { writeMessage } from './writeMessage.ts';

/** The statement of an account as it stands now. Throws DulyError `not_allowed`, and those of `writeMessage`. */
export async function previewStatement(db: Db, asking: StatementAsking): Promise<BuiltNotice> {
  const { workspace, member, debtorId, now } = asking;
  requireMay(member, 'read');
  const about = { workspace, debtorId, kind: 'statement' as const, memberId: member.id };
  return writeMessage(db, { ...about, mayWait: true, now });
}
