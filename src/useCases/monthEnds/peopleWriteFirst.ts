import { z } from 'zod';
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
  const debtorIds = inputs.map(({ facts }) => facts.debtor.id);
  const until = nextPromptTime(workspace, now);
  const [found] = await tx.sql(firstRow, firstSql, [workspaceId, debtorIds, asksToWrite, until]);
  if (found?.decided) return 'decided';
  return found?.asked ? 'asked' : undefined;
}

const firstRow = z.object({ decided: z.boolean(), asked: z.boolean() });

/** $1 workspace, $2 debtors, $3 kinds of prompts, $4 when they are asked again */
const firstSql = `
SELECT EXISTS (SELECT FROM notice WHERE workspace_id = $1 AND debtor_id = ANY($2::text[])
    AND state IN ('requested', 'approved', 'queued') AND recipients <> '[]'::jsonb) AS decided,
  EXISTS (SELECT FROM prompt WHERE workspace_id = $1 AND debtor_id = ANY($2::text[]) AND state = 'open' AND kind = ANY($3::text[])
    AND (snoozed_until IS NULL OR snoozed_until < $4::timestamptz)) AS asked`;
