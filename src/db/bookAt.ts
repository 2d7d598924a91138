interface Narrowed {
  /** name of the table that the query sees */
  readonly name?: string;
  /** a condition on the columns of `invoice i` */
  readonly which?: string;
  /** a query of the only invoice ids that matter */
  readonly among?: string;
}

/**
 * The book as it stood at the end of a day, as common table expressions for a query whose $1 is the workspace: a row of `name`
 * (id, debtor_id, currency, kind, issued_on, due_on, outstanding) for each item issued by then that was open then, is open now
 * or has changed since. It goes back from what is open now through what came after the day, so that the present day costs
 * what is open and not what was ever billed. Items settled by the end of the day have nothing outstanding; credit notes are
 * negative.
 *
 * @param day a DATE expression of the query
 */
export function bookAt(day: string, { name = 'book', which = 'true', among }: Narrowed = {}): string {
  const only = (column: string) => (among === undefined ? '' : `AND ${column} IN (${among})`);
  const after = (column: string) => `workspace_id = $1 AND effective_on > ${day} ${only(column)}`;
  return `
${name}_revised AS (
  SELECT DISTINCT ON (invoice_id) invoice_id, old_due_on, old_amount FROM invoice_revision
  WHERE ${after('invoice_id')} ORDER BY invoice_id, effective_on, recorded_at, id),
${name}_known AS (
  SELECT id, sum(amount) AS allocated_since FROM (
    SELECT id, 0::bigint AS amount FROM invoice WHERE workspace_id = $1 AND outstanding <> 0 ${only('id')}
    UNION ALL SELECT invoice_id, 0 FROM ${name}_revised
    UNION ALL SELECT invoice_id, amount FROM allocation WHERE ${after('invoice_id')}
    UNION ALL SELECT credit_note_id, -amount FROM allocation
      WHERE ${after('credit_note_id')} AND credit_note_id IS NOT NULL) x
  GROUP BY id),
${name} AS (
  SELECT i.id, i.debtor_id, i.currency, i.kind, i.issued_on, coalesce(r.old_due_on, i.due_on) AS due_on,
    (i.outstanding + coalesce(r.old_amount - i.amount, 0) + k.allocated_since)::bigint AS outstanding
  FROM ${name}_known k JOIN invoice i ON i.id = k.id LEFT JOIN ${name}_revised r ON r.invoice_id = k.id
  WHERE i.workspace_id = $1 AND i.issued_on <= ${day} AND (${which}))`;
}
