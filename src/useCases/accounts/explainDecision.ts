import { z } from 'zod';
import { type Day, dateOfDay } from '../../core/day.ts';
import type { Decision } from '../../core/decision.ts';
import type { Reason } from '../../core/facts.ts';
import { unpaidBy } from '../../core/unpaidBy.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts, loadDebtorFactsThen } from '../../db/debtorFacts.ts';
import { debtorNotFound } from '../../db/debtors.ts';
import { policyOf } from '../../db/policies.ts';
import { type UnknownThen, unknownThen } from '../../db/unknownThen.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { workspaceThen } from '../../db/workspaceThen.ts';
import { decideBy } from './decideFor.ts';
import { standsNow } from './standsNow.ts';

export interface Explanation {
  readonly debtor: { readonly id: string; readonly name: string; readonly kind: string };
  readonly on: Day;
  readonly today: Day;
  /** steps taken on that day, with the reasons recorded then */
  readonly taken: readonly {
    readonly stage: string;
    readonly state: string;
    readonly reasons: readonly Reason[];
  }[];
  /** the version of the policy that it is decided by: for a past day the one of that day */
  readonly policy: { readonly name: string; readonly version: number };
  /** what is decided for that day: from what is known now, for a past day from what was known that morning */
  readonly decision: Decision;
  /** as sentences: today what keeps it from happening, for a day ahead what it supposes */
  readonly now: readonly string[];
  /** for a past day, what of the account is known only as it is today */
  readonly unknown?: UnknownThen | undefined;
}

const reason = z.object({
  rule: z.string(),
  outcome: z.enum(['pass', 'stop', 'note']),
  sentence: z.string(),
});

/**
 * Why something was, was not or will be done about a debtor on a day: the recorded reasons of what was done, and the
 * decision for that day as today's knowledge has it, promises that are to be judged by then broken; for a past day as it was known
 * when prompts went out, before anything was done, by the settings of then and the version of the policy that ran then. Throws DulyError `debtor_not_found`.
 */
export async function explainDecision(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorId: string; on: Day; now: Date },
): Promise<Explanation> {
  const { workspace, debtorId, on, now } = options;
  const today = todayOf(workspace, now);
  const then = on < today ? await workspaceThen(tx, workspace, on) : undefined;
  const [debtor, facts, unknown] = await Promise.all([
    tx.prisma.debtor.findFirst({
      where: { id: debtorId, workspaceId: workspace.id },
      select: { id: true, name: true, kind: true },
    }),
    then
      ? loadDebtorFactsThen(tx, then.workspace, [debtorId], then.at)
      : loadDebtorFacts(tx, workspace, [debtorId], now),
    then && unknownThen(tx, { workspaceId: workspace.id, debtorId, at: then.at }),
  ]);
  const found = facts.get(debtorId);
  if (!debtor || !found) throw debtorNotFound(workspace.id, debtorId);
  const steps = await tx.prisma.stageStep.findMany({
    where: { workspaceId: workspace.id, debtorId, takenOn: dateOfDay(on) },
    orderBy: { takenAt: 'asc' },
  });
  const { promises, broken } = unpaidBy(found.promises, on);
  const ahead = on > today && broken > 0;
  const { policy, version } = await policyOf(tx, workspace, found, then?.at);
  return {
    debtor,
    on,
    today,
    policy: { name: policy.name, version },
    taken: steps.map(({ stage, state, reasons }) => ({
      stage,
      state,
      reasons: z.array(reason).catch([]).parse(reasons),
    })),
    decision: decideBy(policy, {
      workspace: then?.workspace ?? workspace,
      facts: ahead ? { ...found, promises } : found,
      on,
    }),
    unknown,
    now: [
      ...(on === today ? await standsNow(tx, { workspace, debtorId, now }) : []),
      ...(ahead
        ? ['This supposes that nothing is paid until then, so that what is promised is not kept.']
        : []),
    ],
  };
}
