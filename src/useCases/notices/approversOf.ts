import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import { DulyError } from '../../core/DulyError.ts';
import { type Policy, type Rung, stageOf } from '../../core/policy.ts';
import type { Settings } from '../../core/settings.ts';
import type { Queries } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';

/** Who may approve a stage of a debtor's policy. */
export interface Approvers {
  /** roles of which each has to approve */
  readonly roles: Rung['approvedBy'];
  readonly memberIds: readonly string[];
  readonly members: readonly { readonly id: string; readonly role: string }[];
}

/** No policy has what may be written after a wish to cease contact: a manager approves it. */
const CEASE_APPROVERS: Rung['approvedBy'] = ['manager'];

/** The roles that have to approve a stage, or what goes beside the ladder, and the members who have them and have not left. */
export async function approversOf(
  tx: Queries,
  options: { workspaceId: string; policy: Policy; stage: string },
): Promise<Approvers> {
  const { workspaceId, policy, stage } = options;
  const roles = isCeaseNotice(stage) ? CEASE_APPROVERS : (stageOf(policy, stage)?.approvedBy ?? []);
  const members = (await activeMembers(tx, workspaceId)).filter((m) => roles.some((role) => role === m.role));
  return { roles, memberIds: members.map(({ id }) => id), members };
}

/**
 * Throws DulyError `approvers_missing` when nobody could ever decide on the request: there are not enough members who may approve it
 * beside the asker, or none of a role that has to.
 */
export function requireEnoughApprovers(question: {
  readonly eligible: Approvers;
  readonly approvers: number;
  readonly askerId: string;
  readonly settings: Pick<Settings, 'singleApprover'>;
}): void {
  const { eligible, approvers, askerId, settings } = question;
  const lacking = eligible.roles.filter(
    (role) => !eligible.members.some((member) => member.role === role && member.id !== askerId),
  );
  const [first] = lacking;
  if (eligible.roles.length > 1 && first) {
    const name = first.replaceAll('_', ' ');
    throw new DulyError(
      'approvers_missing',
      `nobody with role ${first} beside the asker`,
      `This needs the approval of ${eligible.roles.join(' and ')}, and there is no ${name} beside you. Hand the task over to a colleague who then asks, or have a manager name another ${name} in \`/debt settings\`.`,
    );
  }
  const others = eligible.memberIds.filter((id) => id !== askerId).length;
  const alone = eligible.memberIds.length === 1;
  if (others >= approvers || (alone && settings.singleApprover === 'confirm_twice')) return;
  const choices = [
    ...(alone ? ['that the only one confirms twice'] : []),
    ...(others > 0 ? ['from what amount two are needed'] : []),
  ];
  const choice =
    choices.length > 0 ? `, or choose in \`/debt settings limits\` ${choices.join(', or ')}` : '';
  throw new DulyError(
    'approvers_missing',
    `${approvers} approvers needed, ${others} there`,
    `This notice needs ${approvers === 1 ? 'one approver' : `${approvers} approvers`} beside you, and there ${others === 1 ? 'is' : 'are'} ${others === 0 ? 'none' : others}. A manager can name more in \`/debt settings\`${choice}.`,
  );
}
