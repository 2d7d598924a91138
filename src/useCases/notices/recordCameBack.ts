import { dayOfDate, isoDay } from '../../core/day.ts';
import { stageName } from '../../core/stageName.ts';
import { reverseMailed } from '../../db/activities.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { noteStatement } from '../monthEnds/noteStatement.ts';
import { noticeAccounts } from './noticeAccounts.ts';
import { recordFailed } from './recordFailed.ts';
import { whyItStands } from './whyItStands.ts';

/** A mail that counted as sent until it came back, as it stood before. */
export type CameBack = {
  readonly noticeId: string;
  readonly outcome: string | null;
  /** ids of all accounts that it was about */
  readonly accounts?: readonly string[];
  /** of its step, as ISO days */
  readonly step?: { readonly id: string; readonly doneOn: string | null; readonly deadlineOn: string | null };
};

/**
 * A mail that had been taken for delivered came back: it is a failed send, no distance is reckoned from it, its step is not done, the date that it named
 * stands no more, and the owner is asked to mend the contact and send it again. Nothing changes where another step has followed, or the letter goes by
 * post too: what was taken stays taken (`whyItStands`), and nothing has to be undone. Returns a sentence. The caller holds the
 * locks of all accounts that it is about.
 */
export async function recordCameBack(
  tx: Tx,
  {
    workspace,
    notice,
    occasion,
    now,
  }: {
    workspace: WorkspaceContext;
    notice: Notice;
    /** id of the entry that says so */
    occasion: string;
    now: Date;
  },
): Promise<{ readonly said: string; readonly cameBack?: CameBack }> {
  const own = { workspaceId: workspace.id, debtorId: notice.debtorId };
  const step = notice.stepId
    ? await tx.prisma.stageStep.findFirstOrThrow({ where: { ...own, id: notice.stepId } })
    : undefined;
  if (step) {
    const stands = await whyItStands(tx, { notice, step });
    if (stands) return { said: `${stageName(notice.kind)} stands: ${stands}.` };
    const undone = { state: 'pending', doneOn: null, deadlineOn: null };
    await tx.prisma.stageStep.update({ where: { id: step.id }, data: undone });
  }
  await reverseMailed(tx, { workspaceId: workspace.id, id: notice.id, now });
  const needless = await recordFailed(tx, { workspace, notice, why: 'the mail came back', occasion, now });
  if (notice.kind === 'statement') await noteStatement(tx, { notice, now });
  const iso = (day: Date | null) => day && isoDay(dayOfDate(day));
  const cameBack = {
    noticeId: notice.id,
    outcome: notice.outcome,
    accounts: noticeAccounts(notice),
    ...(step && { step: { id: step.id, doneOn: iso(step.doneOn), deadlineOn: iso(step.deadlineOn) } }),
  };
  const asked = needless === undefined ? '' : ` Nobody is asked to send it again: ${needless}.`;
  return { said: `${stageName(notice.kind)} counts as not sent.${asked}`, cameBack };
}
