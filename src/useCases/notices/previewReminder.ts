import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { claimPrompt } from './claimPrompt.ts';
import { SENDABLE } from './sendReminder.ts';
import { withdrawGone } from './withdrawGone.ts';
import { writeForPrompt } from './writeForPrompt.ts';

/** What a click on *Send* would mail now, word for word. Throws the DulyErrors of `sendReminder`. */
export async function previewReminder(
  db: Db,
  options: { workspace: WorkspaceContext; promptId: string; member: Pick<Member, 'id' | 'role'>; now: Date },
): Promise<{ built: BuiltNotice; outcome: string | undefined }> {
  const { workspace, promptId, member, now } = options;
  requireMay(member, 'read');
  return withdrawGone(db, { workspace, promptId, now }, () =>
    db.transaction(async (tx) => {
      const prompt = await claimPrompt(tx, { workspace, promptId, kinds: SENDABLE });
      const { state } = prompt;
      const built = await writeForPrompt(tx, { workspace, prompt, memberId: member.id, mayWait: true, now });
      return { built, outcome: state === 'open' ? undefined : (prompt.outcome ?? 'This was done already.') };
    }),
  );
}
