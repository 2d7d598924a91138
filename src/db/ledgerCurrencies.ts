/** The currencies that a staged ledger file speaks for (see `PlanFigures`). $1 workspace, $2 creditor, $3 import */
export const CURRENCIES = `
WITH shown AS (
  SELECT currency FROM import_incoming UNION SELECT s.data->>'currency' FROM ledger_import_row s
    WHERE s.import_id = $3 AND s.data->>'type' = 'unapplied'),
last AS (
  SELECT i.summary->'currencies' AS currencies FROM ledger_import i
  WHERE i.workspace_id = $1 AND i.creditor_id = $2 AND i.kind = 'ledger' AND i.status = 'applied'
    AND i.summary->'currencies' ?| (SELECT array_agg(currency) FROM shown)
  ORDER BY i.applied_at DESC LIMIT 1)
SELECT currency FROM shown UNION SELECT jsonb_array_elements_text(currencies) FROM last ORDER BY 1`;
