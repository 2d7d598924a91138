import { join } from '../../../blocks/join.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { requireMayExport } from '../../core/requireMayExport.ts';
import type { Db } from '../../db/client.ts';
import { debtorNotFound } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { recordExport } from './recordExport.ts';
import { writeEvidence } from './writeEvidence.ts';

/** The outbox keeps what it sends: beyond this the command line writes it. */
const MOST_COPY_BYTES = 20_000_000;

/**
 * Sends a member the evidence pack of an account as it stands now, in their direct messages with Duly and nowhere else; `key` makes a click that is
 * delivered twice one. Throws DulyError `not_allowed` unless they are a manager, finance or its owner, and `debtor_not_found`.
 */
export async function shareEvidence(
  db: Db,
  asking: {
    readonly workspace: WorkspaceContext;
    readonly member: Member;
    readonly debtorId: string;
    readonly key: string;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, member, debtorId, key, now } = asking;
  const workspaceId = workspace.id;
  const debtor = await db.prisma.debtor.findFirst({ where: { id: debtorId, workspaceId } });
  if (!debtor) throw debtorNotFound(workspaceId, debtorId);
  requireMayExport(member, debtor);
  const { filename, zip, aside } = await writeEvidence(db, { ...asking, mostCopyBytes: MOST_COPY_BYTES });
  await db.transaction(async (tx) => {
    const isNew = await enqueue(
      tx,
      {
        workspaceId,
        key: `evidence:${debtorId}:${key}`,
        payload: {
          ...{ kind: 'slack_file', channel: member.slackUserId, filename, title: filename },
          contentBase64: zip.toString('base64'),
          text: join([mrkdwn`Evidence pack: ${debtor.name}`, ...aside]).source,
        },
      },
      now,
    );
    if (isNew) await recordExport(tx, { workspaceId, debtorId, actor: member.id, now });
  });
}
