import type { Tx } from '../../db/client.ts';
import { lockDebtors } from '../../db/groups.ts';
import { mailedMessages } from '../../db/mailedMessages.ts';

/**
 * Locks, in the order in which everybody does, all accounts that a mail is about which came back: the chosen one, else the last that went out. Answers
 * the id of its entry; undefined where there is none.
 */
export async function lockMail(
  tx: Tx,
  about: { readonly workspaceId: string; readonly debtorId: string; readonly id?: string | undefined },
): Promise<string | undefined> {
  const { workspaceId, debtorId } = about;
  const [mail] = await mailedMessages(tx, { ...about, limit: 1 });
  if (mail) await lockDebtors(tx, workspaceId, [debtorId, ...mail.accounts]);
  return mail?.id;
}
