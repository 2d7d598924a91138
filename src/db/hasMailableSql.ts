import { sharesSql } from './sharesSql.ts';

const MAILABLE = `c.email IS NOT NULL AND NOT c.do_not_contact AND c.left_on IS NULL AND NOT 'email' = ANY(c.refused_channels || c.dead_channels)`;

/**
 * Whether somebody of debtor d, or whom its group shares, can be mailed as things are recorded; recipientOf chooses whom.
 * @param today SQL for the day asked about; $1 is the workspace
 */
export function hasMailableSql(today: string): string {
  return `(EXISTS (SELECT 1 FROM contact c WHERE c.debtor_id = d.id AND ${MAILABLE})
    OR d.group_id IS NOT NULL AND EXISTS (
      SELECT 1 FROM debtor m JOIN contact c ON c.debtor_id = m.id WHERE ${sharesSql(today)} AND ${MAILABLE}
        AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.debtor_id = d.id AND lower(o.email) = lower(c.email))))`;
}
