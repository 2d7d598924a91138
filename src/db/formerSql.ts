/**
 * What fields of a row were at a past instant, where they have changed since, as JSON by column: what the first change after it, by the
 * audit, says they were before. A LATERAL item with the one column `fields`. `instant.at` is the instant, $1 the workspace.
 * @param id SQL for the row's id
 * @param columns those that are looked at, as the table names them
 */
export function formerSql(subjectKind: string, id: string, columns: readonly string[]): string {
  return `LATERAL (SELECT coalesce(jsonb_object_agg(b.field, b.was), '{}') AS fields FROM (
    SELECT DISTINCT ON (w.field) w.field, w.was FROM audit u LEFT JOIN audit_personal x ON x.id = u.personal_id
    CROSS JOIN LATERAL (SELECT lower(regexp_replace(e.key, '([A-Z])', '_\\1', 'g')) AS field, e.value AS was
      FROM jsonb_each(coalesce(u.before, '{}') || coalesce(x.data->'before', '{}')) e) w
    WHERE u.workspace_id = $1 AND u.subject_kind = '${subjectKind}' AND u.subject_id = ${id} AND u.at > instant.at
      AND w.field IN (${columns.map((column) => `'${column}'`).join(', ')})
    ORDER BY w.field, u.at, u.id) b)`;
}
