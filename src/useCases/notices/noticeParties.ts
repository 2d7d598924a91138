import type { Queries } from '../../db/client.ts';
import { letterParties } from '../../db/letterParties.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import { type PrintedParties, printedParties } from './printedParties.ts';
import type { ChooseSigner } from './signerFor.ts';

/** Who writes to whom, and what stands on an invoice beside its figures. */
export interface NoticeParties extends PrintedParties {
  readonly signer: NoticeData['signedBy'];
  readonly signerId: string;
  /** who writes, and gets the answers: the creditor's own address, else the signer's */
  readonly sender: { readonly name: string; readonly email: string } | undefined;
}

/** Reads what a letter prints beside the facts. Throws when debtor or signer are not of this workspace. */
export async function noticeParties(
  tx: Queries,
  options: {
    workspaceId: string;
    debtorId: string;
    chooseSigner: ChooseSigner;
    invoiceIds: readonly string[];
  },
): Promise<NoticeParties> {
  const row = await letterParties(tx, options);
  const signerId = options.chooseSigner(row.members.filter(({ has_left }) => !has_left));
  const signer = row.members.find(({ id }) => id === signerId);
  if (!signer) throw new Error(`no member ${signerId} in workspace ${options.workspaceId}`);
  const email = row.email ?? signer.email;
  return {
    ...printedParties(row),
    signer: { name: signer.name },
    signerId,
    sender: email ? { name: row.creditor, email } : undefined,
  };
}
