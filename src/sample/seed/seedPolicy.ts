import { markOf } from '../../core/markOf.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { changeDraft } from '../../useCases/policies/changeDraft.ts';
import { switchOnDraft } from '../../useCases/policies/switchOnDraft.ts';
import { larkfieldPolicy } from '../samplePolicy.ts';

/** Switches on what the team made of the default policy for businesses; answers the id of that version. */
export async function seedPolicy(
  db: Db,
  { workspace, member, now }: { workspace: WorkspaceContext; member: Member; now: Date },
): Promise<string> {
  const { key } = larkfieldPolicy;
  const draft = await changeDraft(db, { workspace, member, key, now, change: () => larkfieldPolicy });
  await switchOnDraft(db, { workspace, member, key, mark: markOf(draft), now });
  const where = { workspaceId: workspace.id, key, active: true };
  return (await db.prisma.policy.findFirstOrThrow({ where, select: { id: true } })).id;
}
