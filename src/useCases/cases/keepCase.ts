import { dayOfDate } from '../../core/day.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { newId } from '../../core/newId.ts';
import type { Policy } from '../../core/policy.ts';
import { stageStoodAt } from '../../core/stageStoodAt.ts';
import { recordAudit } from '../../db/audit.ts';
import { setCaseStanding } from '../../db/caseStanding.ts';
import { closeCase, insertCase, lastCase, openWaitingCase } from '../../db/cases.ts';
import type { Tx } from '../../db/client.ts';
import { reopensCase } from '../../db/reopensCase.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Review } from './reviewDebtor.ts';

/** A payment reversed within this many calendar days reopens the case that it had closed. */
const REOPEN_DAYS = 90;

export interface CaseKeeping extends Review {
  readonly facts: DebtorFacts;
  readonly decision: Decision;
  readonly policy: Policy;
  readonly policyId: string | undefined;
}

/**
 * Opens, keeps or closes the debtor's case as the decision says and records where it stands. Returns the id of the open
 * case, undefined when there is none.
 */
export async function keepCase(tx: Tx, keeping: CaseKeeping): Promise<string | undefined> {
  const { workspace, debtorId, facts, decision, now } = keeping;
  const today = todayOf(workspace, now);
  if (!decision.caseShouldBeOpen) {
    if (facts.openCase) await close(tx, keeping, facts.openCase.id);
    return undefined;
  }
  const caseId = facts.openCase?.id ?? (await openCase(tx, keeping));
  const { carrying } = decision;
  await setCaseStanding(tx, {
    workspaceId: workspace.id,
    caseId,
    carryingInvoiceId: carrying?.invoiceId,
    effectiveDays: carrying?.effectiveDays,
    stage: stageStoodAt(facts, keeping.policy, carrying?.invoiceId),
    now,
  });
  return caseId;

  async function openCase(open: Tx, { policyId }: CaseKeeping): Promise<string> {
    const last = await lastCase(open, workspace.id, debtorId);
    if (last?.waits) {
      await openWaitingCase(open, { id: last.id, workspaceId: workspace.id, policyId, on: today });
      await audit(open, keeping, 'case_opened', last.id);
      return last.id;
    }
    if (last?.closedOn && (await reversedSince(open, keeping, last.closedOn))) {
      await open.prisma.case.update({ where: { id: last.id }, data: { closedOn: null } });
      await audit(open, keeping, 'case_reopened', last.id);
      return last.id;
    }
    const id = newId();
    const cycle = (last?.cycle ?? 0) + 1;
    await insertCase(open, { id, workspaceId: workspace.id, debtorId, cycle, policyId, on: today });
    await audit(open, keeping, 'case_opened', id);
    return id;
  }
}

async function close(tx: Tx, keeping: CaseKeeping, id: string): Promise<void> {
  const { workspace, now } = keeping;
  await closeCase(tx, { workspaceId: workspace.id, id, on: todayOf(workspace, now), now });
  await audit(tx, keeping, 'case_closed', id);
}

/** Whether what had closed the case was taken back, within the days in which that reopens it. */
async function reversedSince(tx: Tx, keeping: CaseKeeping, closedOn: Date): Promise<boolean> {
  const { workspace, debtorId, now } = keeping;
  if (todayOf(workspace, now) - dayOfDate(closedOn) > REOPEN_DAYS) return false;
  return reopensCase(tx, { workspaceId: workspace.id, debtorId, since: closedOn });
}

async function audit(tx: Tx, keeping: CaseKeeping, action: string, caseId: string): Promise<void> {
  await recordAudit(tx, {
    workspaceId: keeping.workspace.id,
    at: keeping.now,
    actor: 'duly',
    action,
    subjectKind: 'case',
    subjectId: caseId,
    after: { debtorId: keeping.debtorId },
  });
}
