/**
 * What was taken off the invoice of dispute `x` since it was raised, as JSON: credits that pay it, a lower amount, and what ledger files
 * that came since show as paid and no bank line is known for.
 */
export const takenOffSql = `
SELECT coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'amount', t.amount::text, 'known_at', t.known_at)
  ORDER BY t.known_at, t.id), '[]')
FROM (
  SELECT a.credit_note_id AS id, 'credit' AS kind, sum(a.amount) AS amount, NULL::timestamptz AS known_at FROM allocation a
  WHERE a.invoice_id = x.invoice_id AND a.credit_note_id IS NOT NULL AND a.effective_on >= x.raised_on GROUP BY 1
  UNION ALL
  SELECT i.id, 'credit', v.old_amount - i.amount, NULL FROM invoice i CROSS JOIN LATERAL (
    SELECT v.old_amount FROM invoice_revision v WHERE v.invoice_id = i.id AND v.recorded_at > x.recorded_at
    ORDER BY v.recorded_at, v.id LIMIT 1) v
  WHERE i.id = x.invoice_id
  UNION ALL
  SELECT coalesce(o.id, p.id), 'ledger', sum(a.amount), min(a.recorded_at)
  FROM allocation a JOIN payment p ON p.id = a.payment_id LEFT JOIN payment o ON o.id = p.reverses_id
  WHERE a.invoice_id = x.invoice_id AND coalesce(o.origin, p.origin) = 'ledger'
  GROUP BY 1 HAVING min(a.recorded_at) > x.recorded_at AND min(a.effective_on) >= x.raised_on) t
WHERE t.amount > 0`;
