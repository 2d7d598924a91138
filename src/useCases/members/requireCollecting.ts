import { DulyError } from '../../core/DulyError.ts';
import { may } from '../../core/permissions.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** Throws DulyError `cannot_collect` for somebody who left or whose role asks nothing of customers: nobody would be asked. */
export function requireCollecting({ id, name, role, leftAt }: Member): void {
  if (!leftAt && may(role, 'log_activity')) return;
  throw new DulyError(
    'cannot_collect',
    `member ${id} (${role}) does not collect`,
    leftAt
      ? `${name} has left: choose somebody else.`
      : `${name} is neither collector nor manager: choose somebody who is, or give them that role in \`/debt settings\`.`,
  );
}
