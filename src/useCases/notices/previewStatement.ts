import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import type { StatementAsking } from './StatementAsking.ts';
import { writeStatement } from './writeStatement.ts';

/** The statement of an account, or of its group, as it stands now. Throws DulyError `not_allowed`, and those of `writeStatement`. */
export async function previewStatement(db: Db, asking: StatementAsking): Promise<BuiltNotice> {
  requireMay(asking.member, 'read');
  return writeStatement(db, asking, { mayWait: true });
}
