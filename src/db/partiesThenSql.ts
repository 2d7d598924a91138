import { formerSql } from './formerSql.ts';

const OF_ACCOUNT = ['kind', 'country', 'region', 'zone', 'tags', 'group'];
const OF_CONTACT = [
  ...['name', 'role', 'phone', 'mobile', 'email', 'is_mailbox', 'position'],
  ...['do_not_contact', 'refused_channels', 'dead_channels', 'left_on'],
];

/**
 * Who owes, to whom, and who is reached there, as they stood at a past instant: `creditor` as far as it is an agency's client; `debtor`, which holds
 * the accounts asked for and those that were in their groups then, a group by its name; `contact`, theirs, those included who went with the
 * import that brought them. Erased tags and contacts stay erased. For a WITH that has `instant`; $1 workspace, $2 debtor ids.
 */
export const partiesThenSql = `
creditor AS (
  SELECT c.id, c.name, c.workspace_id, y.is_client
  FROM public.creditor c CROSS JOIN instant CROSS JOIN ${formerSql('creditor', 'c.id', ['is_client'])} f
  CROSS JOIN LATERAL jsonb_populate_record(c, f.fields) y WHERE c.workspace_id = $1),
together AS (
  SELECT d.id FROM public.debtor d WHERE d.workspace_id = $1 AND d.id = ANY($2::text[])
  UNION SELECT d.id FROM public.debtor o JOIN public.debtor d ON d.group_id = o.group_id
    WHERE o.workspace_id = $1 AND o.id = ANY($2::text[]) AND d.workspace_id = $1
  UNION SELECT d.id FROM audit a JOIN public.debtor d ON d.id = a.subject_id, instant
    WHERE a.workspace_id = $1 AND a.at > instant.at AND a.subject_kind = 'debtor' AND a.before ? 'group' AND d.workspace_id = $1
  UNION SELECT d.id FROM audit a JOIN debtor_group g ON g.workspace_id = $1 AND g.name = a.before->>'group'
      JOIN public.debtor d ON d.group_id = g.id, instant
    WHERE a.workspace_id = $1 AND a.at > instant.at AND a.subject_kind = 'debtor' AND a.before ? 'group' AND a.subject_id = ANY($2::text[])),
debtor AS (
  SELECT y.id, y.workspace_id, y.creditor_id, y.name, y.kind, y.country, y.region, y.zone, y.owner_id, y.deputy_id, y.tags,
    CASE WHEN f.fields ? 'group' THEN f.fields->>'group' ELSE g.name END AS group_id
  FROM together t JOIN public.debtor d ON d.id = t.id LEFT JOIN debtor_group g ON g.id = d.group_id CROSS JOIN instant
  CROSS JOIN ${formerSql('debtor', 'd.id', OF_ACCOUNT)} f
  CROSS JOIN LATERAL jsonb_populate_record(d, CASE WHEN d.erased_at IS NULL THEN f.fields ELSE f.fields - 'tags' END) y),
contact AS (
  SELECT y.* FROM (
    SELECT c AS known FROM public.contact c JOIN together t ON t.id = c.debtor_id WHERE c.workspace_id = $1
    UNION ALL
    SELECT jsonb_populate_record(NULL::public.contact, x.data->'before')
    FROM audit a JOIN audit_personal x ON x.id = a.personal_id JOIN together t ON t.id = x.debtor_id, instant
    WHERE a.workspace_id = $1 AND a.at > instant.at AND a.action = 'contact_removed') o
  CROSS JOIN instant CROSS JOIN ${formerSql('contact', '(o.known).id', OF_CONTACT)} f
  CROSS JOIN LATERAL jsonb_populate_record(o.known, f.fields) y WHERE y.created_at <= instant.at)`;
