import type { Candidate } from './candidate.ts';
import type { Holdback } from './holdback.ts';

type Concern = (candidate: Candidate) => boolean;

const everything: Concern = () => true;
const harsh: Concern = ({ rung }) => rung.harsh;
const harsher: Concern = ({ rung }) => rung.kind !== 'written' || rung.harsh;
const written: Concern = ({ occurrence }) => occurrence.mode === 'written';

/** What each rule that may hold a step back found where it found nothing, and which steps it looks at. */
const silences: Readonly<Record<string, readonly [Concern, string]>> = {
  closed_day: [everything, 'it is a business day'],
  one_a_day: [everything, 'no other step was taken that day'],
  spacing: [written, 'nothing was written to them lately'],
  reply: [(one) => written(one) && one.rung.approvedBy.length === 0, 'no reply is on record'],
  part_payment: [written, 'no part of what is open was paid'],
  contact_rules: [({ occurrence }) => occurrence.mode === 'call', 'no call counts against the contact rules'],
  deadline: [everything, 'no date that we gave in writing stands in its way'],
  promised_in_writing: [harsher, 'no promised day that we confirmed stands in its way'],
  delay_reason: [everything, 'no reason that is ours to mend stands in its way'],
  approval_ended: [
    ({ rung }) => rung.approvedBy.length > 0,
    'no approval of it was declined, expired or recalled',
  ],
  unplaced_cash: [harsh, 'no money of theirs waits to be placed'],
};

/** The rules that looked at a step and had nothing to say, in words: those that are not among what was found. */
export function silentRules(candidate: Candidate, found: readonly Pick<Holdback, 'rule'>[]): string[] {
  const spoke = new Set(found.map(({ rule }) => rule));
  return Object.entries(silences)
    .filter(([rule, [concerns]]) => !spoke.has(rule) && concerns(candidate))
    .map(([, [, words]]) => words);
}
