import type { DebtorKind } from './facts.ts';
import type { Settings } from './settings.ts';

/**
 * Whether the reminder on the due date says that our terms provide for late charges: only where they do, and only to businesses.
 * Private individuals and sole traders are told nothing of business-to-business charges.
 */
export function saysLateCharges(debtorKind: DebtorKind, { lateCharges }: Settings['interest']): boolean {
  return lateCharges && debtorKind === 'business';
}
