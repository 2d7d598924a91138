import { z } from 'zod';
import { arePaymentsFresh } from '../../core/arePaymentsFresh.ts';
import { type Role, roles } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { creditorFreshness } from '../../db/creditorFreshness.ts';
import { hasMailableSql } from '../../db/hasMailableSql.ts';
import { activeMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { loadMissingRates } from '../interest/loadMissingRates.ts';
import type { WorkspaceFacts } from './DoctorFacts.ts';

/** after this long (minutes) a row that is due and not sent is late */
const LATE_MINUTES = 15;
const FAILED_DAYS = 7;

const figures = z.object({
  open_items: z.bigint(),
  debtors: z.bigint(),
  unowned: z.bigint(),
  unmailable: z.bigint(),
  late: z.bigint(),
  failed: z.bigint(),
  unsure: z.bigint(),
});

const figuresSql = `
WITH owing AS (SELECT d.id, d.owner_id, d.group_id, d.kind FROM debtor d WHERE d.workspace_id = $1
  AND EXISTS (SELECT 1 FROM invoice i WHERE i.debtor_id = d.id AND i.outstanding > 0))
SELECT (SELECT count(*) FROM invoice WHERE workspace_id = $1 AND outstanding <> 0) AS open_items,
  (SELECT count(*) FROM owing) AS debtors,
  (SELECT count(*) FROM owing WHERE owner_id IS NULL) AS unowned,
  (SELECT count(*) FROM owing d WHERE NOT ${hasMailableSql('$2::timestamptz::date')}) AS unmailable,
  (SELECT count(*) FROM outbox WHERE workspace_id = $1 AND state IN ('pending', 'sending')
    AND not_before < $2::timestamptz - make_interval(mins => ${LATE_MINUTES})) AS late,
  (SELECT count(*) FROM outbox WHERE workspace_id = $1 AND state = 'failed'
    AND not_before > $2::timestamptz - make_interval(days => ${FAILED_DAYS})) AS failed,
  (SELECT count(*) FROM notice WHERE workspace_id = $1 AND state = 'unsure') AS unsure`;

/** What the database says of a workspace, in a handful of counts: cheap for a book of any size. */
export async function loadWorkspaceFacts(
  db: Db,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<WorkspaceFacts> {
  const { id, name, locale, country, settings, startedAt, calendar } = workspace;
  const [row] = await db.sql(figures, figuresSql, [id, now]);
  const unapplied = await db.sql(
    z.object({ currency: z.string(), amount: z.string().transform(BigInt) }),
    `SELECT currency, sum(unapplied)::text AS amount FROM payment WHERE workspace_id = $1 AND unapplied > 0
     GROUP BY currency ORDER BY currency`,
    [id],
  );
  const creditors = await db.prisma.creditor.findMany({
    where: { workspaceId: id },
    orderBy: { position: 'asc' },
  });
  const stops = await db.prisma.slackStop.findMany({ where: { workspaceId: id }, orderBy: { lane: 'asc' } });
  const [freshness] = await creditorFreshness(db, id);
  const { collections, approvals, finance, accountManagers } = settings.channels;
  const today = todayOf(workspace, now);
  return {
    name,
    locale,
    country,
    startedAt,
    channels: { collections, approvals, finance, accountManagers },
    roles: await countRoles(db, id),
    singleApprover: settings.singleApprover,
    creditors: creditors.map((creditor) => ({
      name: creditor.name,
      hasAddress: Boolean(creditor.address),
      hasBankDetails: creditor.bankDetails !== null,
    })),
    openItems: Number(row?.open_items ?? 0n),
    freshness,
    isFresh: arePaymentsFresh(freshness?.until, { today, calendar, settings }),
    debtors: {
      all: Number(row?.debtors ?? 0n),
      unowned: Number(row?.unowned ?? 0n),
      unmailable: Number(row?.unmailable ?? 0n),
    },
    unapplied,
    missingRates: await loadMissingRates(db, { workspace, today }),
    stops: stops.map(({ lane, error }) => ({ lane, error })),
    outbox: {
      late: Number(row?.late ?? 0n),
      failed: Number(row?.failed ?? 0n),
      unsure: Number(row?.unsure ?? 0n),
    },
  };
}

async function countRoles(db: Db, workspaceId: string): Promise<Record<Role, number>> {
  const members = await activeMembers(db, workspaceId);
  const having = (role: Role) => members.filter((member) => member.role === role).length;
  return Object.fromEntries(roles.map((role) => [role, having(role)])) as Record<Role, number>;
}
