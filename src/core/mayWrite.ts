import { barriers } from './barriers.ts';
import { collectable } from './collectable.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import { restsFor } from './itemFindings.ts';
import { type MaySend, mayMail, repliedSince } from './maySend.ts';
import { NEVER } from './never.ts';
import { preDueWindow } from './policy.ts';
import { messageHoldbacks } from './writtenHoldbacks.ts';

/** A written message beside the ladder: it takes no step, and spacing counts it. */
const messageKinds = ['terms_reminder'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whether a notice's kind is a message beside the ladder. */
export function isMessage(kind: string): kind is MessageKind {
  return messageKinds.some((one) => one === kind);
}

export interface WriteQuestion {
  readonly input: DecisionInput;
  readonly kind: MessageKind;
  /** replies that came after it are not yet weighed */
  readonly writtenAt?: Date | undefined;
  readonly now: Date;
}

/**
 * Whether a message beside the ladder may go out at this very moment, by the same rules as notices: nothing stops the account, it is
 * not on hold as a whole, no reply came since it was written, spacing and the contact rules allow it.
 */
export function mayWrite({ input, writtenAt, now }: WriteQuestion): MaySend {
  const { facts, policy, settings, today } = input;
  const [stop] = debtorStops(facts, policy, today);
  if (stop) return { verdict: 'gone', rule: stop.rule, why: stop.say() };
  const { everywhere } = barriers(facts, today);
  if (everywhere)
    return { verdict: 'gone', rule: everywhere.kind, why: `the account rests: ${restsFor(everywhere)}` };
  const replied = repliedSince(facts, writtenAt);
  if (replied) return replied;
  const { items } = collectable(facts, { today, window: preDueWindow(policy), settings });
  for (const { rule, outcome, opensOn, say } of messageHoldbacks(items, { skipGap: false }, input)) {
    if (outcome !== 'stop') continue;
    return { verdict: 'wait', rule, why: say(), ...(opensOn !== NEVER && { until: opensOn }) };
  }
  return mayMail(input, now) ?? { verdict: 'send' };
}
