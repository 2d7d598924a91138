import { isPosted } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { policyOfStep } from '../../db/policies.ts';
import type { Notice } from '../../generated/prisma/client.ts';

/** Whether the letter of a notice's stage goes by registered post too. */
export async function goesByPost(
  tx: Tx,
  { workspaceId, stepId, kind }: Pick<Notice, 'workspaceId' | 'stepId' | 'kind'>,
): Promise<boolean> {
  return stepId !== null && isPosted(await policyOfStep(tx, workspaceId, stepId), kind);
}
