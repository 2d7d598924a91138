import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { isMessage } from '../../core/messageKinds.ts';
import { stageName } from '../../core/stageName.ts';
import type { Tx } from '../../db/client.ts';
import { askForMessageAgain } from './askForMessageAgain.ts';
import { loadSituation } from './loadSituation.ts';
import { readFigures } from './NoticeFigures.ts';
import type { NotSent } from './NotSent.ts';
import { isSettled, tellNotSent } from './tellNotSent.ts';
import { tellUndelivered } from './tellUndelivered.ts';

/** What is to be done about it: by whom it was asked of, by the owner, and where it is too late for another one. */
const advice = {
  wrongContact: {
    asked: ' Correct the contact, then send it again.',
    told: 'Correct the contact, then send it again from the account.',
    tooLate: 'Correct the contact, and write to them yourself: it is too late for another one from here.',
  },
  neverSent: {
    asked: '',
    told: 'Send it again from the account.',
    tooLate: 'Write to them yourself: it is too late for another one from here.',
  },
} as const;

/** What goes after a wish to cease contact has to be approved again. */
const approvedAdvice = {
  wrongContact: 'Correct the contact, then ask for its approval again with /debt notice.',
  neverSent: 'Ask for its approval again with /debt notice.',
} as const;

/**
 * A message beside the ladder reached nobody, because the contact is wrong or it was never sent: whoever was asked to send it is asked again; of one that
 * nobody was asked for the owner is told, and may send it again from the account. Where something stops it now whoever asked for it is told that; nobody is
 * where nothing of it stands. The clause that is returned then says why. The notice's own `why` is a sentence.
 */
export async function messageNotSent(
  tx: Tx,
  {
    workspace,
    notice,
    why: said,
    cause,
    occasion,
    now,
  }: NotSent & { readonly cause: 'wrongContact' | 'neverSent' },
): Promise<string | undefined> {
  const { asked, told, tooLate } = advice[cause];
  if (await askForMessageAgain(tx, { workspace, notice, why: `${said}${asked}`, now })) return undefined;
  const { id: noticeId, debtorId, kind } = notice;
  const { promiseId } = readFigures(notice);
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const may = input && isMessage(kind) ? mayWrite({ input, kind, promiseId, now }) : undefined;
  const isTooLate = may?.verdict === 'gone' && may.rule === 'too_late';
  if (may?.verdict === 'gone' && !isTooLate) {
    if (cause === 'neverSent' && !isSettled(may))
      await tellNotSent(tx, { workspace, notice, why: `${said.replace(/\.$/, '')}; ${may.why}`, now });
    return may.why;
  }
  const mend = isCeaseNotice(kind) ? approvedAdvice[cause] : told;
  const why = `${stageName(kind)}: ${said} ${isTooLate ? tooLate : mend}`;
  const notSent = cause === 'neverSent' ? kind : undefined;
  await tellUndelivered(tx, { workspace, about: notice, noticeId, promiseId, notSent, why, occasion, now });
  return undefined;
}
