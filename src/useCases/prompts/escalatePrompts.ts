import { z } from 'zod';
import { nextOpenDay } from '../../core/calendar.ts';
import { isoDay } from '../../core/day.ts';
import { nextPerson } from '../../core/rightPerson.ts';
import { instantAt } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { mayNotGoYet } from './mayNotGoYet.ts';
import { answerTime } from './openPrompt.ts';
import { type PromptHolders, passPrompt } from './passPrompt.ts';
import { updatePromptMessage } from './postPrompt.ts';
import { isAskedOfRole } from './promptKinds.ts';
import { refreshStaleLists, type StaleLists } from './refreshMorningList.ts';

/** Nobody is left to ask: the prompt stays open and is shown as stuck. */
export const STUCK = 3;

/**
 * Prompts that were not answered in their time limit, or whose member is away or left, go to the deputy, then to a manager,
 * once each and never beyond a member's daily capacity; after that they are stuck. A message beside the ladder that the rules do not let go yet is not late. What is stuck with somebody who left goes to whoever is
 * there, asked before or not. Nothing moves on a closed day.
 */
export async function escalatePrompts(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  const { workspace, now } = options;
  const today = todayOf(workspace, now);
  if (!workspace.calendar.isOpen(today)) {
    const morning = instantAt(
      nextOpenDay(workspace.calendar, today),
      workspace.settings.promptsAt,
      workspace.zone,
    );
    await db.prisma.prompt.updateMany({
      where: { workspaceId: workspace.id, state: 'open', answerBy: { lte: now }, escalation: { lt: STUCK } },
      data: { answerBy: morning },
    });
    return;
  }
  const late = await db.sql(lateRow, lateSql, [workspace.id, now, STUCK, isoDay(today)]);
  const stale: StaleLists = new Set();
  try {
    for (const { id, debtor_id: debtorId, why } of late)
      await escalatePrompt(db, { workspace, promptId: id, debtorId, why, stale, now });
  } finally {
    await refreshStaleLists(db, { workspace, stale, now });
  }
}

/** `late`: not answered in time; `away`, `left`: whoever has it is not there to answer */
const lateRow = z.object({ id: z.string(), debtor_id: z.string(), why: z.enum(['late', 'away', 'left']) });
type Why = z.infer<typeof lateRow>['why'];

/** $1 workspace, $2 now, $3 the escalation at which nobody is left to ask, $4 today */
const lateSql = `
SELECT p.id, p.debtor_id,
  CASE WHEN m.left_at IS NOT NULL THEN 'left' WHEN p.answer_by <= $2::timestamptz THEN 'late' ELSE 'away' END AS why
FROM prompt p JOIN member m ON m.id = p.member_id
WHERE p.workspace_id = $1 AND p.state = 'open' AND (p.escalation < $3 OR m.left_at IS NOT NULL)
  AND (p.answer_by <= $2::timestamptz OR m.left_at IS NOT NULL
    OR m.away_until IS NOT NULL AND $4::date BETWEEN coalesce(m.away_from, '-infinity') AND m.away_until)
ORDER BY p.escalation >= $3, p.answer_by, p.id LIMIT 500`;

async function escalatePrompt(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    promptId: string;
    debtorId: string;
    why: Why;
    stale: StaleLists;
    now: Date;
  },
): Promise<void> {
  const { workspace, promptId, debtorId, why, stale, now } = options;
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const prompt = await tx.prisma.prompt.findFirst({
      where: {
        ...{ id: promptId, workspaceId: workspace.id, state: 'open' },
        ...(why === 'late' && { answerBy: { lte: now } }),
      },
    });
    if (!prompt) return;
    if (why === 'late' && (await mayNotGoYet(tx, { workspace, prompt, now }))) {
      const answerBy = answerTime(workspace, now);
      await tx.prisma.prompt.update({ where: { id: promptId }, data: { answerBy } });
      return;
    }
    const members = await loadMemberFacts(tx, workspace, now);
    const debtor = await debtorFact(tx, workspace, debtorId);
    const question = { debtor, members, ofRole: isAskedOfRole(prompt.kind) };
    const anew = nextPerson(question, askedBefore(prompt));
    const next = anew.memberId || why !== 'left' ? anew : nextPerson(question, [prompt.memberId]);
    // whoever is only away is back before anybody would see it as stuck
    if (!next.memberId && why === 'away') return;
    if (!next.memberId) {
      if (prompt.escalation >= STUCK) return;
      await tx.prisma.prompt.update({ where: { id: promptId }, data: { escalation: STUCK } });
      await updatePromptMessage(tx, { workspace, promptId, now });
      return;
    }
    if (next.notReached && prompt.answerBy > now) return;
    if (next.notReached) {
      // no room today: asked again on the next business day
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
      toMemberId: next.memberId,
      escalation: next === anew ? (next.why === 'deputy' ? 1 : 2) : STUCK,
      ...(why !== 'late' && { note: await absenceNote(tx, prompt.memberId, why) }),
      stale,
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
      after: { memberId: next.memberId },
      why: whyWords[why],
    });
  });
}

const whyWords: Readonly<Record<Why, string>> = {
  late: 'not answered in its time limit',
  away: 'whoever had it is away',
  left: 'whoever had it left Slack',
};

async function absenceNote(tx: Tx, memberId: string, why: Exclude<Why, 'late'>): Promise<string> {
  const { name } = await tx.prisma.member.findUniqueOrThrow({ where: { id: memberId } });
  return why === 'left'
    ? `${name} has left, so this comes to you.`
    : `${name} is away, so this comes to you.`;
}

/** The members who were asked since it was given to somebody, in order. */
function askedBefore(prompt: { memberId: string; details: unknown }): string[] {
  const { askedBefore = [] } = prompt.details as PromptHolders;
  return [...askedBefore, prompt.memberId];
}
