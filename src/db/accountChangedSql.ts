/**
 * Puts on record what accounts were and where before an import, or the undoing of one, changed that, as a statement for a WITH.
 * @param rows an item of that WITH: `id`, with `kind`, `country` and `region` as they were, and `new_kind`, `new_country`, `new_region`
 * @param of SQL for the import's id and for now; $1 is the workspace
 */
export function accountChangedSql(
  rows: string,
  action: 'changed_by_import' | 'changed_by_undo',
  of: { readonly importId: string; readonly now: string },
): string {
  return `INSERT INTO audit (workspace_id, at, actor, action, subject_kind, subject_id, before, after)
  SELECT $1, ${of.now}::timestamptz, 'duly', '${action}', 'debtor', r.id,
    jsonb_build_object('kind', r.kind, 'country', r.country, 'region', r.region),
    jsonb_build_object('kind', r.new_kind, 'country', r.new_country, 'region', r.new_region, 'importId', ${of.importId}::text)
  FROM ${rows} r WHERE (r.kind, r.country, r.region) IS DISTINCT FROM (r.new_kind, r.new_country, r.new_region)`;
}
