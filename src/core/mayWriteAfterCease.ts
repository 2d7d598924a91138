import { mayStillSay } from './afterCease.ts';
import type { Candidate } from './candidate.ts';
import { type CeaseNotice, ceaseNoticeWords, namesRemedy } from './ceaseNotices.ts';
import { collectable, type OpenItem } from './collectable.ts';
import { activeConditions } from './conditions.ts';
import { shortDay } from './dayName.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import { noticeHoldbacks } from './holdbacks.ts';
import { itemFindings } from './itemFindings.ts';
import { closedDay, type MaySend, mayMail, repliedSince } from './maySend.ts';
import { NEVER } from './never.ts';
import { leavesNotices } from './regulationF.ts';
import { standing } from './standing.ts';

export interface CeaseQuestion {
  readonly input: DecisionInput;
  readonly kind: CeaseNotice;
  /** replies that came after it are not yet weighed */
  readonly writtenAt?: Date | undefined;
  readonly now: Date;
}

/**
 * Whether a notice that US Regulation F permits after a wish to cease contact may go out at this very moment. It passes that wish, and no other
 * rule of a written step: nothing else stops the account, something of it is due and may be collected, no reply came since it was
 * written, spacing and the contact rules allow it, it is a business day of ours; one that names a remedy is harsher than anything that was put in writing.
 * Each is said once for each wish, nobody overrides that, and none once the end of our efforts was said.
 */
export function mayWriteAfterCease({ input, kind, writtenAt, now }: CeaseQuestion): MaySend {
  const { facts, policy, today } = input;
  const wishes = activeConditions(facts.conditions, today).filter((one) => leavesNotices(facts.debtor, one));
  const [stop] = debtorStops(facts, policy, today).filter(
    ({ rule }) => rule !== 'cease' || wishes.length === 0,
  );
  if (stop) return gone(stop.rule, stop.say());
  if (wishes.length === 0)
    return gone('no_cease', 'no wish to cease contact stands, and what is due goes by the policy');
  const said = wishes.flatMap(({ noticed = [] }) => noticed);
  const last = said.at(-1);
  if (last && !mayStillSay(kind, said))
    return gone(
      'said_already',
      `the notice ${ceaseNoticeWords[last.kind]} went on ${shortDay(last.on, 'en-GB')}: none goes twice after a wish to cease contact, and none after the end of our efforts`,
    );
  const book = dueNow(input);
  const [first, ...others] = book.items.filter(({ barrier }) => !barrier);
  if (!first) return gone('nothing_due', whyNothing(input));
  const replied = repliedSince(facts, writtenAt);
  if (replied) return replied;
  const carrying = [first, ...others].reduce((a, b) => (b.effectiveDays > a.effectiveDays ? b : a));
  const stands = standing(carrying, book.items, [], input);
  for (const { rule, outcome, opensOn, say } of noticeHoldbacks(candidateOf(kind, input), stands, input)) {
    if (outcome !== 'stop') continue;
    return { verdict: 'wait', rule, why: say(), ...(opensOn !== NEVER && { until: opensOn }) };
  }
  return closedDay(input) ?? mayMail(input, now, { afterCease: true }) ?? { verdict: 'send' };
}

/** What such a notice is about: all that is due and may be collected. */
export function noticedItems(input: DecisionInput): OpenItem[] {
  return dueNow(input).items.filter(({ barrier }) => !barrier);
}

function dueNow({ facts, settings, today }: DecisionInput) {
  return collectable(facts, { today, window: 0, settings });
}

function candidateOf(kind: CeaseNotice, { policy, today }: DecisionInput): Candidate {
  const harsh = namesRemedy(kind);
  const stage = { key: kind, day: 0, enabled: true, asks: 'owner', approvedBy: ['manager'], harsh } as const;
  return {
    rung: { ...stage, approvedBy: ['manager'], kind: 'written', oneClick: false, posted: false },
    index: harsh ? policy.rungs.length : -1,
    occurrence: { opensOn: today, stageDay: 0, mode: 'written', isRepeat: false },
  };
}

function whyNothing(input: DecisionInput): string {
  const { facts, today } = input;
  if (!facts.invoices.some(({ outstanding }) => outstanding > 0n)) return 'nothing is open any more';
  const book = dueNow(input);
  if (book.items.length === 0) return 'nothing of it is due';
  const [finding] = itemFindings(book, book.items[0], today).filter(({ outcome }) => outcome === 'stop');
  return finding?.say() ?? 'nothing of it is to be collected at present';
}

function gone(rule: string, why: string): MaySend {
  return { verdict: 'gone', rule, why };
}
