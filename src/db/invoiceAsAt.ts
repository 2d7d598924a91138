/** Due date or amount of `invoice i` of workspace $1 at the end of a day, as an SQL expression: before the first change that came after it, else as it is now */
export const asAt = (column: 'due_on' | 'amount', day: string) => `coalesce((
  SELECT v.old_${column} FROM invoice_revision v WHERE v.workspace_id = $1 AND v.invoice_id = i.id AND v.effective_on > ${day}
  ORDER BY v.effective_on, v.recorded_at, v.id LIMIT 1), i.${column})`;
