import { asksToWrite } from '../../core/asksToWrite.ts';
import type { DecisionInput } from '../../core/decision.ts';
import { messageAskedToday } from '../../core/messageAskedToday.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { nextPromptTime } from '../cases/nextReview.ts';

/**
 * Whether people mean to write to one of these accounts, whose day a message that goes by itself then leaves to them: `decided` where a mail waits for its
 * approval or is about to go, or somebody was asked for one today; `asked` where somebody was asked on an earlier day and has not put it off until
 * another.
 */
export async function peopleWriteFirst(
  tx: Queries,
  { workspace, inputs, now }: { workspace: WorkspaceContext; inputs: readonly DecisionInput[]; now: Date },
): Promise<'decided' | 'asked' | undefined> {
  const { id: workspaceId, zone } = workspace;
  if (inputs.some(({ facts, today }) => messageAskedToday(facts.prompts, { today, zone }))) return 'decided';
  const about = { workspaceId, debtorId: { in: inputs.map(({ facts }) => facts.debtor.id) } };
  const decided = await tx.prisma.notice.count({
    where: {
      ...about,
      state: { in: ['requested', 'approved', 'queued'] },
      NOT: { recipients: { equals: [] } },
    },
  });
  if (decided > 0) return 'decided';
  const asked = await tx.prisma.prompt.count({
    where: {
      ...{ ...about, state: 'open', kind: { in: [...asksToWrite] } },
      OR: [{ snoozedUntil: null }, { snoozedUntil: { lt: nextPromptTime(workspace, now) } }],
    },
  });
  return asked > 0 ? 'asked' : undefined;
}
