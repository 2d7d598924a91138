/**
 * The money that brought an invoice `i` to what is paid of it now, as JSON: the last booking before which less was paid. So money
 * that was returned does not count, nor does a bank line that only takes the place of what a ledger file had shown. Credits
 * are no payment, write-offs are no money, and what was paid when the invoice was first seen is no news. $1 workspace.
 */
export const partPaymentSql = `
SELECT json_build_object('on', b.counts_from, 'amount', (b.paid - b.before)::text, 'known_at', b.recorded_at)
FROM (SELECT a.recorded_at, max(a.effective_on) FILTER (WHERE a.amount > 0) AS counts_from,
    sum(sum(a.amount)) OVER () AS paid,
    sum(sum(a.amount)) OVER (ORDER BY a.recorded_at) - sum(a.amount) AS before
  FROM allocation a JOIN payment p ON p.id = a.payment_id
  WHERE a.workspace_id = $1 AND a.invoice_id = i.id AND p.origin <> 'write_off'
  GROUP BY a.recorded_at) b
WHERE b.before < b.paid AND b.recorded_at > i.recorded_at
ORDER BY b.recorded_at DESC LIMIT 1`;
