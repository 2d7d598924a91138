import type { Tx } from '../../db/client.ts';
import { lastMailed } from '../../db/notices.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { CallTrace } from '../calls/callConsequences.ts';
import { markMailDead } from '../contacts/markMailDead.ts';
import { readRecipients } from '../notices/NoticeFigures.ts';
import { recordCameBack } from '../notices/recordCameBack.ts';

/**
 * What came back is the last mail that went out: nothing more is sent to its address, and it counts as not sent (`recordCameBack`), once. Returns
 * sentences, and what undoing has to know.
 */
export async function mailCameBack(
  tx: Tx,
  options: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    readonly member: Pick<Member, 'id'>;
    readonly now: Date;
  },
): Promise<{ said: readonly string[]; trace: CallTrace }> {
  const { workspace, debtorId, member, now } = options;
  const notice = await lastMailed(tx, workspace.id, debtorId);
  if (!notice) return { said: ['Duly has mailed nothing lately: no address is marked.'], trace: {} };
  if (notice.state !== 'sent') return { said: ['That it came back is recorded already.'], trace: {} };
  const emails = readRecipients(notice).map(({ email }) => email);
  const dead = await markMailDead(tx, { workspace, debtorId, emails, actor: member.id, now });
  const names = dead.map(({ name }) => name).join(' and ');
  const said = names ? [`Nothing more is mailed to ${names} until an address that works is added.`] : [];
  const trace = { deadAddresses: dead.map(({ id }) => id) };
  const { cameBack, said: became } = await recordCameBack(tx, { workspace, notice, now });
  return { said: [...said, became], trace: { ...trace, ...(cameBack && { cameBack }) } };
}
