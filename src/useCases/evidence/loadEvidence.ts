import { activeConditions } from '../../core/conditions.ts';
import { outsideCondition } from '../../core/outsideCondition.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { debtorNotFound } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { EvidenceSummary } from '../../notices/EvidenceSummary.ts';
import type { Evidence } from '../../reports/evidence/Evidence.ts';
import { evidenceActivities } from './evidenceActivities.ts';
import { evidenceAgreements } from './evidenceAgreements.ts';
import { evidenceCopies } from './evidenceCopies.ts';
import { evidenceDecisions } from './evidenceDecisions.ts';
import { evidenceLetters } from './evidenceLetters.ts';
import { evidenceMoney } from './evidenceMoney.ts';
import { evidencePosition } from './evidencePosition.ts';
import { sharedNotices } from './sharedNotices.ts';

const PRIVATE_REASON =
  'Contact with them rests for a private reason, which is not in the pack: tell whoever takes the case over yourself, where it may be told.';

/**
 * All that is known of an account's case and may be told to those to whom it is passed, as it stands now; `aside`: what is for
 * whoever takes it out alone, as sentences. Copies of invoices are taken as far as they fit into so many bytes. Throws DulyError `debtor_not_found` for another workspace's id.
 */
export async function loadEvidence(
  tx: Queries,
  about: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    readonly mostCopyBytes: number;
    readonly now: Date;
  },
): Promise<{
  readonly evidence: Evidence;
  /** what its summary says beside the tables */
  readonly summary: Omit<EvidenceSummary, 'tables'>;
  readonly aside: readonly string[];
}> {
  const { workspace, debtorId, mostCopyBytes: mostBytes, now } = about;
  const { id: workspaceId, locale, zone } = workspace;
  const today = todayOf(workspace, now);
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) throw debtorNotFound(workspaceId, debtorId);
  const named = await tx.prisma.member.findMany({
    where: { workspaceId },
    select: { id: true, name: true },
  });
  const activities = await tx.prisma.activity.findMany({
    where: { workspaceId, debtorId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const people = {
    workspace,
    debtorId,
    members: new Map(named.map(({ id, name }) => [id, name])),
    activities,
  };
  const of = { ...people, shared: await sharedNotices(tx, people) };
  const takenBack = new Set(activities.flatMap(({ reversesId }) => (reversesId ? [reversesId] : [])));
  const open = facts.invoices.filter(({ outstanding }) => outstanding > 0n);
  const invoices = open.toSorted((a, b) => a.dueOn - b.dueOn);
  const { copies, leftOut } = await evidenceCopies(tx, { workspaceId, debtorId, invoices, mostBytes });
  const { remarks, ...position } = await evidencePosition(tx, { workspace, facts, now });
  const enclosed = leftOut.length > 0 ? [`Copies on file that are not enclosed: ${leftOut.join(', ')}.`] : [];
  const evidence: Evidence = {
    ...{ locale, zone, asAt: today, copies },
    ...(await evidenceMoney(tx, of)),
    ...(await evidenceAgreements(tx, { ...of, takenBack })),
    activities: await evidenceActivities(tx, of),
    letters: await evidenceLetters(tx, of),
    decisions: await evidenceDecisions(tx, of),
  };
  const isPrivate = activeConditions(facts.conditions, today).some(
    ({ kind }) => kind !== 'bank_details' && outsideCondition(kind) === undefined,
  );
  return {
    evidence,
    summary: { locale, asAt: today, ...position, remarks: [...remarks, ...enclosed] },
    aside: [
      ...(isPrivate ? [PRIVATE_REASON] : []),
      ...(leftOut.length > 0
        ? [
            `Not enclosed, since the pack would grow too large: the copies of ${leftOut.join(', ')}. \`npm run -s duly -- export\` encloses them.`,
          ]
        : []),
    ],
  };
}
