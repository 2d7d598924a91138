/**
 * The invoices of a debtor `d` that were paid, of those due within two years, as JSON: their due date and the value date of the money that settled them.
 * Money that was taken back does not count, and an invoice that was only credited or written off was not paid. $1 workspace, $3 now.
 */
export const paidInvoicesSql = `
SELECT coalesce(json_agg(json_build_object('due_on', i.due_on, 'paid_on', m.paid_on) ORDER BY m.paid_on, i.id), '[]')
FROM invoice i CROSS JOIN LATERAL (
  SELECT max(x.counts_from) AS paid_on FROM (
    SELECT min(a.effective_on) FILTER (WHERE a.amount > 0) AS counts_from
    FROM allocation a JOIN payment p ON p.id = a.payment_id
    WHERE a.workspace_id = $1 AND a.invoice_id = i.id AND p.origin <> 'write_off'
    GROUP BY coalesce(p.reverses_id, p.id) HAVING sum(a.amount) > 0) x) m
WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.outstanding = 0 AND i.amount > 0
  AND i.due_on > ($3::timestamptz - interval '2 years')::date AND m.paid_on IS NOT NULL`;
