import { may, roles } from '../core/permissions.ts';

const collecting = roles.filter((role) => may(role, 'send_reminder')).map((role) => `'${role}'`);

/** Whether nobody who collects owns debtor d: it has no owner, or the one that it has left or got a role that asks nothing of customers. */
export const noOwnerSql = `NOT EXISTS (SELECT 1 FROM member o WHERE o.id = d.owner_id AND o.left_at IS NULL
  AND o.role IN (${collecting.join(', ')}))`;
