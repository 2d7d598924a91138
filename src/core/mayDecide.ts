import { confirmsAlone, type WhoDecides } from './approvalNeeds.ts';

export interface ApprovalQuestion {
  readonly member: { readonly id: string; readonly workspaceId: string; readonly role: string };
  /** workspace of the request */
  readonly workspaceId: string;
  readonly who: WhoDecides;
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
export function mayDecide({ member, workspaceId, who }: ApprovalQuestion): MayDecide {
  if (member.workspaceId !== workspaceId) {
    return { may: false, reason: 'This request belongs to another workspace.' };
  }
  if (!who.roles.some((role) => role === member.role)) {
    const roles = who.roles.map((role) => `a ${role.replaceAll('_', ' ')}`).join(' or ');
    return { may: false, reason: `Only ${roles} may decide on this request, so nothing has changed.` };
  }
  if (confirmsAlone(who) === member.id) return { may: true, selfApproved: true };
  if (member.id !== who.askedById) return { may: true, selfApproved: false };
  const alone = who.members.every(({ id }) => id === member.id);
  const how = alone
    ? ' Add a second approver in `/debt settings`, or choose in `/debt settings limits` to confirm requests twice.'
    : '';
  return { may: false, reason: `You asked for this yourself: somebody else has to decide.${how}` };
}
