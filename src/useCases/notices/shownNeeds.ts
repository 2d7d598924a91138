import type { ApprovalNeeds } from '../../core/approvalNeeds.ts';

/** Names what a request says of who is needed, so that it is shown anew when that is not true any more. */
export function shownNeeds(needs: ApprovalNeeds, approvers: number): string {
  return JSON.stringify([
    approvers,
    needs.approvedBy,
    needs.open,
    needs.confirmsAlone ?? null,
    needs.canBeMet,
  ]);
}
