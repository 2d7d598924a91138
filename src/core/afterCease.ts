import { type CeaseNotice, ceaseNotices, ceaseNoticeWords } from './ceaseNotices.ts';
import { activeConditions } from './conditions.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { ConditionFact, DebtorFacts } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import { leavesNotices } from './regulationF.ts';

type Known = Pick<DebtorFacts, 'debtor' | 'conditions' | 'handedOff'>;

/** What may still be written to somebody who asked us to cease contact. */
export interface AfterCease {
  readonly since: Day;
  /** what was said already, or perhaps was */
  readonly said: readonly { readonly kind: CeaseNotice; readonly on: Day }[];
  /** what is left to be said */
  readonly left: readonly CeaseNotice[];
}

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/**
 * What may still be written where nothing but a wish to cease contact stops an account, and US Regulation F lets the notices of
 * `ceaseNotices` go all the same; undefined for every other account.
 */
export function afterCease({ debtor, conditions, handedOff }: Known, today: Day): AfterCease | undefined {
  const active = activeConditions(conditions, today);
  const [first] = active;
  const isHandedOff = handedOff !== undefined && handedOff.on <= today;
  if (!first || isHandedOff || active.some((one) => !leavesNotices(debtor, one))) return undefined;
  const said = active.flatMap(({ noticed = [] }) => noticed);
  const since = Math.min(...active.map(({ sinceOn }) => sinceOn)) as Day;
  return { since, said, left: ceaseNotices.filter((kind) => mayStillSay(kind, said)) };
}

/** Each is said once after a wish to cease contact; once our efforts have ended, nothing is threatened any more. */
export function mayStillSay(kind: CeaseNotice, said: NonNullable<ConditionFact['noticed']>): boolean {
  return !said.some((one) => one.kind === kind || one.kind === 'efforts_end');
}

/** What may still be written, as a sentence without its full stop; `way`: and how, which nobody is told who is there already. */
export function afterCeaseWords({ said, left }: AfterCease, { way = true } = {}): string {
  const before = said
    .map(({ kind, on }) => `; the notice ${ceaseNoticeWords[kind]} went on ${shortDay(on, 'en-GB')}`)
    .join('');
  if (left.length === 0) return `Nothing more may be written to them${before}`;
  const words = list.format(left.map((kind) => ceaseNoticeWords[kind]));
  const how = left.length > 1 ? 'each once and approved' : 'once and approved';
  return `US Regulation F still permits a notice ${words}: ${how}${way ? ', with /debt notice' : ''}${before}`;
}

/** The same as a note beside what stops the account; empty where nothing may be written. */
export function ceaseFindings(facts: Known, today: Day): Finding[] {
  const left = afterCease(facts, today);
  return left ? [finding('after_cease', 'note', () => afterCeaseWords(left))] : [];
}
