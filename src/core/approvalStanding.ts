import { approvalNeeds, type WhoDecides } from './approvalNeeds.ts';
import type { Day } from './day.ts';

/** A decision on record. Only members who may decide are recorded: everybody else's reaction does nothing. */
export interface Decision {
  readonly memberId: string;
  readonly decision: 'approve' | 'decline';
  /** fingerprint of what the member was shown */
  readonly hash: string;
  readonly at: Date;
  readonly takenBackAt?: Date | undefined;
}

export interface ApprovalRules extends WhoDecides {
  /** fingerprint of what is shown: decisions on anything else do not count */
  readonly hash: string;
  readonly graceMinutes: number;
  /** last day on which it can be sent */
  readonly usableUntil: Day;
  /** no decision that comes later changes anything */
  readonly sentAt?: Date | undefined;
}

export type ApprovalStanding =
  | {
      readonly state: 'open' /** members whose approval counts so far */;
      readonly approvedBy: readonly string[];
    }
  | {
      readonly state: 'approved';
      readonly approvedBy: readonly string[];
      readonly since: Date;
      /** until then taking back or a decline cancels it, and nothing is sent */
      readonly graceUntil: Date;
      readonly mayBeSent: boolean;
    }
  | { readonly state: 'declined' | 'cancelled'; readonly by: string; readonly at: Date }
  | { readonly state: 'expired' };

/**
 * How a request stands after everything that members decided and took back. Open until it has what it needs
 * (`approvalNeeds`) from members who may approve now: whoever may not any more counts no longer, also after approval. A decline
 * ends an open request; after approval, and until it is sent, taking one back or declining cancels it. Declined and cancelled
 * are final. What is not sent by its last usable day expires.
 */
export function approvalStanding(
  decisions: readonly Decision[],
  rules: ApprovalRules,
  now: { readonly at: Date; readonly today: Day },
): ApprovalStanding {
  const approvals: Decision[] = [];
  let since: Date | undefined;
  for (const { at, decision, takesBack } of timeline(decisions, rules)) {
    const approved = since !== undefined;
    if (decision.decision === 'decline') {
      if (takesBack) continue;
      return { state: approved ? 'cancelled' : 'declined', by: decision.memberId, at };
    }
    if (takesBack) {
      if (approved) return { state: 'cancelled', by: decision.memberId, at };
      approvals.splice(approvals.indexOf(decision), 1);
    } else {
      approvals.push(decision);
      if (!approved && needsOf(approvals, rules).isMet) since = at;
    }
  }
  if (rules.sentAt === undefined && now.today > rules.usableUntil) return { state: 'expired' };
  const { approvedBy } = needsOf(approvals, rules);
  if (since === undefined) return { state: 'open', approvedBy };
  const graceUntil = new Date(since.getTime() + rules.graceMinutes * 60_000);
  return { state: 'approved', approvedBy, since, graceUntil, mayBeSent: now.at >= graceUntil };
}

function needsOf(approvals: readonly Decision[], rules: ApprovalRules) {
  return approvalNeeds(
    approvals.map(({ memberId }) => memberId),
    rules,
  );
}

interface Moment {
  readonly at: Date;
  readonly decision: Decision;
  readonly takesBack: boolean;
}

function timeline(decisions: readonly Decision[], rules: ApprovalRules): Moment[] {
  return decisions
    .filter((decision) => decision.hash === rules.hash)
    .flatMap((decision) => [
      { at: decision.at, decision, takesBack: false },
      ...(decision.takenBackAt
        ? [{ at: later(decision.at, decision.takenBackAt), decision, takesBack: true }]
        : []),
    ])
    .filter(({ at }) => rules.sentAt === undefined || at < rules.sentAt)
    .sort(
      (a, b) =>
        a.at.getTime() - b.at.getTime() ||
        Number(a.takesBack) - Number(b.takesBack) ||
        (a.decision.memberId < b.decision.memberId ? -1 : 1),
    );
}

/** Slack's time and ours may differ: nothing is taken back before it was decided. */
function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
