/**
 * As-of day of each creditor's last payment or ledger import that stands, whether or not it held a payment; one row a creditor
 * that has any: join it once. $1 workspace
 */
export const freshnessSql = `SELECT creditor_id, max(as_of) AS as_of FROM ledger_import
  WHERE workspace_id = $1 AND status = 'applied' GROUP BY creditor_id`;
