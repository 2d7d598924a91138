import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { promptForForm } from '../prompts/promptForForm.ts';
import { releaseCreditHold } from './releaseCreditHold.ts';

const asked = z.object({ reasons: z.array(z.object({ sentence: z.string() })).min(1) });

/**
 * A member answers that a credit hold is released, as it was asked for: its reason is what made Duly ask. Throws DulyError
 * `not_allowed`, `prompt_not_found`, `prompt_closed`, `not_on_credit_hold`.
 */
export async function releaseAsAsked(
  db: Db,
  answer: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<void> {
  const { workspace, member, promptId, now } = answer;
  const { prompt } = await promptForForm(db, { workspace, promptId });
  const [why] = asked.parse(prompt.details).reasons;
  const reason = why?.sentence ?? '';
  await releaseCreditHold(db, { workspace, member, debtorId: prompt.debtorId, reason, now });
}
