import { addDays, type Day } from './day.ts';
import { type Statute, shippedStatutes } from './statutes.ts';

/**
 * The last day of issue for which a row of law holds beside the workspace's own rows: the day before the row that follows, or its end.
 * Null: no end is known. Before its first day: it holds for no invoice at all.
 */
export function lastIssueDay(row: Statute, own: readonly Statute[]): Day | null {
  const ofLaw = (rows: readonly Statute[]) => rows.filter(({ law }) => law === row.law);
  const later = (rows: readonly Statute[]) => rows.filter(({ issuedFrom }) => issuedFrom > row.issuedFrom);
  const isOwn = own.includes(row);
  const follow = isOwn ? later(ofLaw(own)) : [...ofLaw(own), ...later(ofLaw(shippedStatutes))];
  const ends = follow.map(({ issuedFrom }) => addDays(issuedFrom, -1));
  if (row.issuedUntil !== null) ends.push(row.issuedUntil);
  return ends.length === 0 ? null : (Math.min(...ends) as Day);
}
