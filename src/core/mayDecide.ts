import type { Rung } from './policy.ts';
import type { Settings } from './settings.ts';

export interface ApprovalQuestion {
  readonly member: { readonly id: string; readonly workspaceId: string; readonly role: string };
  readonly approval: {
    readonly workspaceId: string;
    readonly askedById: string;
    /** roles of which each has to approve this stage */
    readonly roles: Rung['approvedBy'];
  };
  /** members of the workspace whose role may approve this stage and who have not left */
  readonly approverIds: readonly string[];
  readonly singleApprover: Settings['singleApprover'];
}

export type MayDecide =
  | {
      readonly may: true /** the asker decides alone: recorded as self-approved, and confirmed twice */;
      readonly selfApproved: boolean;
    }
  | { readonly may: false /** a sentence for a private note to the member */; readonly reason: string };

/**
 * Whether a member may approve or decline a request: only roles that may approve its stage, in its own workspace, and never
 * the asker, except where the workspace has a single approver and chose to have requests confirmed twice.
 */
export function mayDecide({ member, approval, approverIds, singleApprover }: ApprovalQuestion): MayDecide {
  if (member.workspaceId !== approval.workspaceId) {
    return { may: false, reason: 'This request belongs to another workspace.' };
  }
  if (!approval.roles.some((role) => role === member.role)) {
    const roles = approval.roles.map((role) => `a ${role.replaceAll('_', ' ')}`).join(' or ');
    return { may: false, reason: `Only ${roles} may decide on this request, so nothing has changed.` };
  }
  if (member.id !== approval.askedById) return { may: true, selfApproved: false };
  const alone = approverIds.every((id) => id === member.id);
  if (alone && singleApprover === 'confirm_twice') return { may: true, selfApproved: true };
  const how = alone
    ? ' Add a second approver in the settings, or choose there to confirm requests twice.'
    : '';
  return { may: false, reason: `You asked for this yourself: somebody else has to decide.${how}` };
}
