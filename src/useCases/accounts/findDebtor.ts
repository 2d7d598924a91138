import type { Day } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import { type FoundDebtor, searchDebtors } from '../../db/searchDebtors.ts';

/** What the words for a debtor came to: never a guess. */
export type DebtorMatch =
  | { readonly kind: 'one'; readonly debtor: FoundDebtor }
  /** several fit; best first, cut to a short pick list */
  | { readonly kind: 'several'; readonly debtors: readonly FoundDebtor[]; readonly more: boolean }
  /** none fits; the nearest names, perhaps none */
  | { readonly kind: 'none'; readonly nearest: readonly FoundDebtor[] };

const PICK_LIST = 8;

/** The debtor that a fragment of a name, an account number or an invoice number means. */
export async function findDebtor(
  tx: Queries,
  { workspaceId, words, today }: { workspaceId: string; words: string; today: Day },
): Promise<DebtorMatch> {
  const found = await searchDebtors(tx, { workspaceId, words, today, limit: PICK_LIST + 1 });
  const exact = found.filter(({ match }) => match === 'exact');
  const fitting = exact.length > 0 ? exact : found.filter(({ match }) => match === 'part');
  const [first, second] = fitting;
  if (!first) return { kind: 'none', nearest: found.slice(0, PICK_LIST) };
  if (!second) return { kind: 'one', debtor: first };
  return { kind: 'several', debtors: fitting.slice(0, PICK_LIST), more: fitting.length > PICK_LIST };
}
