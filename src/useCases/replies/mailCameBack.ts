import type { Tx } from '../../db/client.ts';
import { mailedMessages } from '../../db/mailedMessages.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { CallTrace } from '../calls/callConsequences.ts';
import { markMailDead } from '../contacts/markMailDead.ts';
import { readRecipients } from '../notices/NoticeFigures.ts';
import { recordCameBack } from '../notices/recordCameBack.ts';
import { ownMailCameBack } from './ownMailCameBack.ts';

/**
 * A mail came back: nothing more is sent to its address, and it counts as not sent, once: a notice (`recordCameBack`), or what a member wrote
 * themselves (`ownMailCameBack`); no other mail is touched. `mailId` is its entry in the account's history, whose accounts are locked (`lockMail`).
 * Returns sentences, and what undoing has to know.
 */
export async function mailCameBack(
  tx: Tx,
  options: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    readonly member: Pick<Member, 'id'>;
    readonly mailId: string | undefined;
    /** id of the entry that says so */
    readonly activityId: string;
    readonly now: Date;
  },
): Promise<{ said: readonly string[]; trace: CallTrace }> {
  const { workspace, debtorId, member, mailId: id, activityId: occasion, now } = options;
  const workspaceId = workspace.id;
  const [mail] = id === undefined ? [] : await mailedMessages(tx, { workspaceId, debtorId, id, limit: 1 });
  if (!mail) return { said: ['No mail to them is on record: no address is marked.'], trace: {} };
  if (mail.cameBack) return { said: ['That it came back is recorded already.'], trace: {} };
  const notice =
    mail.noticeId === null
      ? undefined
      : await tx.prisma.notice.findFirstOrThrow({ where: { id: mail.noticeId, workspaceId } });
  const emails = notice ? readRecipients(notice).map(({ email }) => email) : [mail.email ?? []].flat();
  // the statement of a group is addressed to somebody of the account that it is kept with
  const of = notice?.debtorId ?? debtorId;
  const dead = await markMailDead(tx, { workspace, debtorId: of, emails, actor: member.id, now });
  const names = dead.map(({ name }) => name).join(' and ');
  const marked = names ? [`Nothing more is mailed to ${names} until an address that works is added.`] : [];
  if (emails.length === 0) marked.push('To which address it went is not on record: none is marked.');
  const became = notice
    ? await recordCameBack(tx, { workspace, notice, occasion, now })
    : await ownMailCameBack(tx, { workspace, mail, now });
  const { said, ...trace } = became;
  return {
    said: [...marked, said],
    trace: { deadAddresses: dead.map((contact) => contact.id), ...trace },
  };
}
