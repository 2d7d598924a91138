import type { ApprovalNeeds } from '../../core/approvalNeeds.ts';

/**
 * Names what a request says of who is needed, so that it is shown anew when that is not true any more; of whom it is still needed (`open`) their Home
 * tab says so.
 */
export function shownNeeds(needs: ApprovalNeeds, approvers: number): string {
  const { approvedBy, open, confirmsAlone = '', canBeMet } = needs;
  return JSON.stringify({ approvers, approvedBy, open, confirmsAlone, canBeMet });
}
