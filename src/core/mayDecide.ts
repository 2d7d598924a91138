import type { Rung } from './policy.ts';
import type { Settings } from './settings.ts';

export interface ApprovalQuestion {
  readonly member: { readonly id: string; readonly workspaceId: string; readonly role: string };
  readonly approval: {
    readonly workspaceId: string;
    readonly askedById: string;
    /** how many have to approve */
    readonly approvers: number;
    /** roles of which each has to approve this stage */
    readonly roles: Rung['approvedBy'];
  };
  /** members of the workspace whose role may approve this stage and who have not left */
  readonly approverIds: readonly string[];
  readonly singleApprover: Settings['singleApprover'];
}

export type MayDecide =
  | {
      readonly may: true /** nobody else can approve what needs somebody else: recorded as self-approved, and confirmed twice */;
      readonly selfApproved: boolean;
    }
  | { readonly may: false /** a sentence for a private note to the member */; readonly reason: string };

/**
 * Whether a member may approve or decline a request: only roles that may approve its stage, in its own workspace, and never
 * the asker. Where the workspace has a single approver and chose so, that one confirms twice what would need another: own
 * requests, and notices over the limit of two approvers.
 */
export function mayDecide({ member, approval, approverIds, singleApprover }: ApprovalQuestion): MayDecide {
  if (member.workspaceId !== approval.workspaceId) {
    return { may: false, reason: 'This request belongs to another workspace.' };
  }
  if (!approval.roles.some((role) => role === member.role)) {
    const roles = approval.roles.map((role) => `a ${role.replaceAll('_', ' ')}`).join(' or ');
    return { may: false, reason: `Only ${roles} may decide on this request, so nothing has changed.` };
  }
  const asked = member.id === approval.askedById;
  const alone = approverIds.every((id) => id === member.id);
  if (alone && singleApprover === 'confirm_twice') {
    return { may: true, selfApproved: asked || approval.approvers > 1 };
  }
  if (!asked) return { may: true, selfApproved: false };
  const how = alone
    ? ' Add a second approver in `/debt settings`, or choose in `/debt settings limits` to confirm requests twice.'
    : '';
  return { may: false, reason: `You asked for this yourself: somebody else has to decide.${how}` };
}
