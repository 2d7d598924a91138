import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import type { MaySend } from '../../core/maySend.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { isMessage } from '../../core/messageKinds.ts';
import { stageName } from '../../core/stageName.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { memberAsked } from '../cases/whoIsAsked.ts';
import { loadSituation } from './loadSituation.ts';
import { readFigures, recipientWords } from './NoticeFigures.ts';
import type { NotSent } from './NotSent.ts';

/**
 * Tells whoever asked for a message beside the ladder, else who looks after the account, why it did not go and what is to be done: once for each
 * message and account. `debtorId` names the account where the message is of several.
 */
export async function tellNotSent(
  tx: Tx,
  { workspace, notice, debtorId = notice.debtorId, why, now }: NotSent & { readonly debtorId?: string },
): Promise<void> {
  const { id, kind } = notice;
  const member = await whomToTell(tx, { workspace, noticeId: id, debtorId, now });
  if (!member) return;
  const { name } = await debtorOf(tx, workspace.id, debtorId);
  const { promiseId } = readFigures(notice);
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const may = input && isMessage(kind) ? mayWrite({ input, kind, promiseId, now }) : undefined;
  const said = `${stageName(kind)} to ${recipientWords(notice)}: not sent, ${why}. ${toDo(kind, may)}`;
  const told = loggedMessage({ debtorId, debtorName: name, said: [said], next: [] });
  const payload = { kind: 'slack_post' as const, channel: member.slackUserId, ...told };
  await enqueue(tx, { workspaceId: workspace.id, key: `not_sent:${id}:${debtorId}`, payload }, now);
}

/** Whether nothing is left that a message could be about. */
export function isSettled({ verdict, rule }: Exclude<MaySend, { verdict: 'send' }>): boolean {
  return verdict === 'gone' && SETTLED.has(rule);
}

const SETTLED = new Set([
  ...['paid', 'promise_ended', 'nothing_due', 'net_credit', 'netted'],
  ...['no_cease', 'said_already'],
]);

function toDo(kind: string, may: MaySend | undefined): string {
  if (may && may.verdict !== 'send' && isSettled(may)) return 'Nothing is left to do.';
  if (isCeaseNotice(kind))
    return 'Ask for its approval again with /debt notice once nothing speaks against it.';
  if (!may || may.verdict === 'send') return 'Look at the account, then send it again from there.';
  if (may.verdict === 'changed') return 'Correct the contact, then send it again from the account.';
  if (may.rule === 'too_late') return 'Write to them yourself: it is too late for another one from here.';
  return 'Send it again from the account once nothing speaks against it.';
}

/** Whoever clicked, while they are there; of what nobody asked for, the owner. */
async function whomToTell(
  tx: Tx,
  about: { workspace: WorkspaceContext; noticeId: string; debtorId: string; now: Date },
): Promise<Member | undefined> {
  const { workspace, noticeId, debtorId, now } = about;
  const workspaceId = workspace.id;
  const queued = await tx.prisma.audit.findFirst({
    where: { workspaceId, action: 'notice_queued', subjectKind: 'notice', subjectId: noticeId },
  });
  const asker = await tx.prisma.member.findFirst({
    where: { id: queued?.actor ?? '', workspaceId, leftAt: null },
  });
  if (asker) return asker;
  const debtor = await debtorFact(tx, workspace, debtorId);
  return memberAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
}
