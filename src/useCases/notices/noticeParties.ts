import type { NoticeData } from '../../notices/NoticeData.ts';
import type { Situation } from './loadSituation.ts';
import { type PrintedParties, printedParties } from './printedParties.ts';
import type { ChooseSigner } from './signerFor.ts';

/** Who writes to whom, and what stands on an invoice beside its figures. */
export interface NoticeParties extends PrintedParties {
  readonly signer: NoticeData['signedBy'];
  readonly signerId: string;
  /** who writes, and gets the answers: the creditor's own address, else the signer's */
  readonly sender: { readonly name: string; readonly email: string } | undefined;
}

/** What a letter prints beside the facts. Throws when the signer is not of this workspace. */
export function noticeParties(
  { letter }: Pick<Situation, 'letter'>,
  chooseSigner: ChooseSigner,
): NoticeParties {
  const signerId = chooseSigner(letter.members.filter(({ has_left }) => !has_left));
  const signer = letter.members.find(({ id }) => id === signerId);
  if (!signer) throw new Error(`no member ${signerId} in the workspace`);
  const email = letter.email ?? signer.email;
  return {
    ...printedParties(letter),
    signer: { name: signer.name },
    signerId,
    sender: email ? { name: letter.creditor, email } : undefined,
  };
}
