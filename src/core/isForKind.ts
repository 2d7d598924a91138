import type { AppliesTo } from './appliesTo.ts';
import type { DebtorKind } from './facts.ts';

/** Whether a policy is for debtors of a kind, whatever else it asks of them. */
export function isForKind({ kinds }: Pick<AppliesTo, 'kinds'>, kind: DebtorKind): boolean {
  return kinds.length === 0 || kinds.includes(kind);
}
