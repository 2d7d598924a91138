import { maySend } from '../../core/maySend.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { loadSituation } from '../notices/loadSituation.ts';

/** The house limit that alone holds the message of a prompt's step back, as a clause without its full stop; undefined where there is none. */
export async function spacingLimitOf(
  tx: Queries,
  { workspace, prompt, now }: { workspace: WorkspaceContext; prompt: Prompt; now: Date },
): Promise<string | undefined> {
  const { debtorId, stepId } = prompt;
  const input = stepId ? await loadSituation(tx, { workspace, debtorId, now }) : undefined;
  if (!stepId || !input) return undefined;
  const may = maySend({ input, stepId, now });
  return may.verdict !== 'send' && may.mayOverride ? may.why : undefined;
}
