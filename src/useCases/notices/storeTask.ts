import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import type { BuiltTask } from './buildTask.ts';
import { taskStage } from './TaskPlan.ts';

/** Keeps a request about a task word for word, beside the notices: decided on the same way, and sent to nobody. */
export async function storeTask(
  tx: Tx,
  request: {
    readonly workspaceId: string;
    readonly debtorId: string;
    readonly stepId: Notice['stepId'];
    readonly built: BuiltTask;
    readonly now: Date;
  },
): Promise<Notice> {
  const { workspaceId, debtorId, stepId, built, now } = request;
  const { plan, subject, text, figures, hash, input } = built;
  return tx.prisma.notice.create({
    data: {
      id: newId(),
      workspaceId,
      debtorId,
      stepId,
      kind: taskStage(plan),
      state: 'requested',
      subject,
      text,
      html: '',
      recipients: [],
      figures,
      hash,
      asAt: dateOfDay(input.today),
      createdAt: now,
    },
  });
}
