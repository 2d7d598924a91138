import type { Rung } from './policy.ts';
import type { Settings } from './settings.ts';

/** Who decides on a request, as members, roles and limits are now. */
export interface WhoDecides {
  readonly askedById: string;
  /** how many different members have to approve */
  readonly approvers: number;
  /** roles of which each has to approve */
  readonly roles: Rung['approvedBy'];
  /** members whose role may approve and who have not left */
  readonly members: readonly { readonly id: string; readonly role: string }[];
  readonly singleApprover: Settings['singleApprover'];
}

export interface ApprovalNeeds {
  readonly isMet: boolean;
  /** members whose approval counts, in the order of their decisions */
  readonly approvedBy: readonly string[];
  /** the only one who may approve, and confirms it twice */
  readonly confirmsAlone?: string | undefined;
  /** members who may still approve */
  readonly open: readonly string[];
  /** whether they are enough; otherwise a manager has to name more, or to change the limits */
  readonly canBeMet: boolean;
}

/**
 * What it still takes, `by` being the members whose approvals stand, one entry for each confirmation. Only who may approve now
 * counts, and never the asker, except where one alone confirms twice.
 */
export function approvalNeeds(by: readonly string[], who: WhoDecides): ApprovalNeeds {
  const alone = confirmsAlone(who);
  if (alone !== undefined) {
    const given = by.filter((id) => id === alone).length;
    const approvedBy = given > 0 ? [alone] : [];
    const isMet = given >= 2;
    return { isMet, approvedBy, confirmsAlone: alone, open: isMet ? [] : [alone], canBeMet: true };
  }
  const others = who.members.filter(({ id }) => id !== who.askedById);
  const approvedBy = [...new Set(by)].filter((id) => others.some((member) => member.id === id));
  const remaining = others.filter(({ id }) => !approvedBy.includes(id));
  const isOf = (ids: readonly string[]) => (role: string) =>
    others.some((member) => member.role === role && ids.includes(member.id));
  const lacking = who.roles.filter((role) => !isOf(approvedBy)(role));
  const left = who.approvers - approvedBy.length;
  const open = (left > 0 ? remaining : remaining.filter(({ role }) => lacking.some((r) => r === role))).map(
    ({ id }) => id,
  );
  const isMet = left <= 0 && lacking.length === 0;
  return { isMet, approvedBy, open, canBeMet: open.length >= left && lacking.every(isOf(open)) };
}

/**
 * The member who confirms a request twice because nobody else may approve what would need somebody else: own requests, and those over
 * the limit of two approvers, where the team chose so. Never where several roles have to approve.
 */
export function confirmsAlone({
  askedById,
  approvers,
  roles,
  members,
  singleApprover,
}: WhoDecides): string | undefined {
  const [only, another] = members;
  if (!only || another || singleApprover !== 'confirm_twice' || roles.length > 1) return undefined;
  return only.id === askedById || approvers > 1 ? only.id : undefined;
}
