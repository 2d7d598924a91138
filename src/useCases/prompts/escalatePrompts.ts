import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { activeMembers, isAway } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { answerTime } from './openPrompt.ts';
import { passPrompt } from './passPrompt.ts';

/** Nobody is left to ask: the prompt stays open and is shown as stuck. */
export const STUCK = 3;

/**
 * Prompts that were not answered in their time limit go to the deputy, then to a manager, once each and never beyond a
 * member's daily capacity; after that they are stuck. Nothing moves on a closed day.
 */
export async function escalatePrompts(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  const { workspace, now } = options;
  if (!workspace.calendar.isOpen(todayOf(workspace, now))) return;
  const late = await db.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, state: 'open', answerBy: { lte: now }, escalation: { lt: STUCK } },
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
    select: { id: true, debtorId: true },
    take: 500,
  });
  for (const { id, debtorId } of late) await escalatePrompt(db, { workspace, promptId: id, debtorId, now });
}

async function escalatePrompt(
  db: Db,
  options: { workspace: WorkspaceContext; promptId: string; debtorId: string; now: Date },
): Promise<void> {
  const { workspace, promptId, debtorId, now } = options;
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const prompt = await tx.prisma.prompt.findFirst({
      where: { id: promptId, workspaceId: workspace.id, state: 'open', answerBy: { lte: now } },
    });
    if (!prompt) return;
    const members = await activeMembers(tx, workspace.id);
    const debtor = await tx.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } });
    const open = new Map(
      (
        await tx.prisma.prompt.groupBy({
          by: ['memberId'],
          where: { workspaceId: workspace.id, state: 'open' },
          _count: true,
        })
      ).map((row) => [row.memberId, row._count]),
    );
    const today = todayOf(workspace, now);
    const next = nextInLine(members, prompt, debtor.deputyId, (m) => !isAway(m, today));
    if (!next) {
      await tx.prisma.prompt.update({ where: { id: promptId }, data: { escalation: STUCK } });
      return;
    }
    if ((open.get(next.member.id) ?? 0) >= next.member.capacity) {
      // not reached today: asked again on the next business day
      await tx.prisma.prompt.update({
        where: { id: promptId },
        data: { answerBy: answerTime(workspace, now) },
      });
      return;
    }
    await passPrompt(tx, {
      workspace,
      promptId,
      fromMemberId: prompt.memberId,
      toMemberId: next.member.id,
      escalation: next.escalation,
      now,
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'prompt_escalated',
      subjectKind: 'prompt',
      subjectId: promptId,
      before: { memberId: prompt.memberId },
      after: { memberId: next.member.id },
      why: 'not answered in its time limit',
    });
  });
}

interface NextInLine {
  readonly member: Member;
  readonly escalation: number;
}

function nextInLine(
  members: readonly Member[],
  prompt: { memberId: string; escalation: number },
  debtorDeputyId: string | null,
  here: (member: Member) => boolean,
): NextInLine | undefined {
  const asked = members.find((m) => m.id === prompt.memberId);
  const able = (member: Member | undefined): member is Member =>
    member !== undefined && member.id !== prompt.memberId && here(member);
  if (prompt.escalation < 1) {
    const deputyId = debtorDeputyId ?? asked?.deputyId;
    const deputy = members.find((m) => m.id === deputyId && (m.role === 'collector' || m.role === 'manager'));
    if (able(deputy)) return { member: deputy, escalation: 1 };
  }
  if (prompt.escalation < 2) {
    const manager = members.find((m) => m.role === 'manager' && able(m));
    if (manager) return { member: manager, escalation: 2 };
  }
  return undefined;
}
