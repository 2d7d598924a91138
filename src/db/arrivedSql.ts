/**
 * Open invoices i that came with a later file than the first one of their creditor, with what was asked about them (a; nothing where
 * nobody was asked yet). $1 workspace
 */
export const arrivedSql = `invoice i JOIN ledger_import l ON l.id = i.import_id LEFT JOIN arrival_check a ON a.invoice_id = i.id
  WHERE i.workspace_id = $1 AND i.kind = 'invoice' AND i.outstanding > 0
    AND EXISTS (SELECT 1 FROM ledger_import f WHERE f.workspace_id = $1 AND f.creditor_id = i.creditor_id AND f.kind = 'ledger'
      AND f.status = 'applied' AND f.id <> l.id AND f.applied_at < l.applied_at)`;
