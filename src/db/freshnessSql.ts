/**
 * As-of day of the last payment or ledger import of creditor c that stands and makes payments known, whether or not it held one; null
 * where there is none. $1 workspace
 */
export const freshnessSql = `(SELECT max(li.as_of) FROM ledger_import li
  WHERE li.workspace_id = $1 AND li.creditor_id = c.id AND li.status = 'applied' AND li.makes_known)`;
