/**
 * The book as it stood at the end of a day, as common table expressions for a query whose $1 is the workspace: a row of `name`
 * (id, debtor_id, currency, kind, issued_on, due_on, outstanding) for each item issued by then that was open then, is open now
 * or has changed since. It goes back from what is open now through what came after the day, so that the present day costs
 * what is open and not what was ever billed. Items settled by the end of the day have nothing outstanding; credit notes are
 * negative.
 *
 * @param day a DATE expression of the query
 * @param which narrows it, by the columns of `invoice i`
 */
export function bookAt(day: string, { name = 'book', which = 'true' } = {}): string {
  const columns = `i.id, i.debtor_id, i.currency, i.kind, i.issued_on, coalesce(r.old_due_on, i.due_on) AS due_on,
    (i.outstanding + coalesce(r.old_amount - i.amount, 0) + coalesce(l.amount, 0))::bigint AS outstanding`;
  const since = `LEFT JOIN ${name}_later l ON l.invoice_id = i.id LEFT JOIN ${name}_revised r ON r.invoice_id = i.id`;
  const known = `i.workspace_id = $1 AND i.issued_on <= ${day} AND (${which})`;
  return `
${name}_later AS (
  SELECT invoice_id, sum(amount) AS amount FROM (
    SELECT invoice_id, amount FROM allocation WHERE workspace_id = $1 AND effective_on > ${day}
    UNION ALL
    SELECT credit_note_id, -amount FROM allocation
    WHERE workspace_id = $1 AND effective_on > ${day} AND credit_note_id IS NOT NULL) x
  GROUP BY invoice_id),
${name}_revised AS (
  SELECT DISTINCT ON (invoice_id) invoice_id, old_due_on, old_amount FROM invoice_revision
  WHERE workspace_id = $1 AND effective_on > ${day} ORDER BY invoice_id, effective_on, recorded_at, id),
${name} AS (
  SELECT ${columns} FROM invoice i ${since} WHERE ${known} AND i.outstanding <> 0
  UNION ALL
  SELECT ${columns} FROM (SELECT invoice_id FROM ${name}_later UNION SELECT invoice_id FROM ${name}_revised) c
  JOIN invoice i ON i.id = c.invoice_id ${since} WHERE ${known} AND i.outstanding = 0)`;
}
