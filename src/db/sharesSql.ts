/**
 * Account m of the group of debtor d shares its people with it: both businesses, and nothing forbids contact with m.
 * @param today SQL for the day asked about; $1 is the workspace
 */
export function sharesSql(today: string): string {
  return `m.workspace_id = $1 AND m.group_id = d.group_id AND m.id <> d.id AND m.kind = 'business' AND d.kind = 'business'
  AND NOT EXISTS (SELECT 1 FROM debtor_condition k WHERE k.workspace_id = $1 AND k.debtor_id = m.id
    AND k.since_on <= ${today} AND (k.ended_on IS NULL OR k.ended_on > ${today}))`;
}
