import type { DebtorKind } from './facts.ts';

/** Every kind of debtor there is. */
export const debtorKinds = ['business', 'sole_trader', 'individual'] as const satisfies readonly DebtorKind[];
