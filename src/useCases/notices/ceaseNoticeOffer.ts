import { afterCease, afterCeaseWords } from '../../core/afterCease.ts';
import type { CeaseNotice } from '../../core/ceaseNotices.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { debtorOf } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** What may still be written after a wish to cease contact, for the form that asks for it. */
export interface CeaseNoticeOffer {
  readonly debtorId: string;
  readonly debtorName: string;
  /** as a sentence */
  readonly about: string;
  readonly choices: readonly CeaseNotice[];
}

/** Undefined where nothing may be written: no such wish stands, another condition does too, or all was said. Throws DulyError `debtor_not_found`. */
export async function ceaseNoticeOffer(
  tx: Queries,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<CeaseNoticeOffer | undefined> {
  const debtor = await debtorOf(tx, workspace.id, debtorId);
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  const wish = facts && afterCease(facts, todayOf(workspace, now));
  if (!wish || wish.left.length === 0) return undefined;
  return {
    debtorId,
    debtorName: debtor.name,
    about: `${afterCeaseWords(wish, { way: false })}.`,
    choices: wish.left,
  };
}
