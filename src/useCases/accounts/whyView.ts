import type { WhyView } from '../../../blocks/accounts/WhyView.ts';
import type { Day } from '../../core/day.ts';
import { datedDayName, shortDay } from '../../core/dayName.ts';
import { shortReasons } from '../../core/shortReasons.ts';
import { stageName } from '../../core/stageName.ts';
import { waitingWords } from '../../core/waitingWords.ts';
import type { Explanation } from './explainDecision.ts';

/** An explanation in words for a reader of that locale; the reasons are the policy's own. */
export function whyView(
  { debtor, on, today, taken, policy, decision, now, unknown }: Explanation,
  locale: string,
): WhyView {
  return {
    debtorName: debtor.name,
    day: datedDayName(on, today, locale),
    answer: [answerOf(decision, locale), ...now].join(' '),
    reasons: shortReasons(decision.reasons),
    silent: decision.silent,
    taken: taken.map(({ stage, reasons }) => ({ stage: stageName(stage), reasons })),
    caveat:
      on < today ? caveatThen(policy, unknownWords(unknown, today, locale)) : on > today ? AHEAD : undefined,
  };
}

function answerOf(decision: Explanation['decision'], locale: string): string {
  const beside = decision.tasks.map(({ stage }) => stageName(stage)).join(', ');
  return `${ladderAnswer(decision, locale)}${beside ? ` Beside the ladder: ${beside}.` : ''}`;
}

function ladderAnswer(decision: Explanation['decision'], locale: string): string {
  const { take, stuck, waiting, carrying } = decision;
  if (take) return `${stageName(take.stage)} is due.`;
  if (stuck) return `${stageName(stuck.stage)} is asked for and not finished; nothing else starts before.`;
  if (waiting) {
    const until = waiting.until === undefined ? '' : `, not before ${shortDay(waiting.until, locale)}`;
    return `${stageName(waiting.stage)} comes next${until}: ${waitingWords(waiting.why)}.`;
  }
  const stop = decision.reasons.find(({ outcome }) => outcome === 'stop');
  if (stop) return `${stop.sentence}.`.replace(/\.\.$/, '.');
  return carrying ? 'Nothing more is to be done.' : 'There is nothing to collect.';
}

const AHEAD = 'As things stand now: whatever happens until then may change it.';

function caveatThen(policy: Explanation['policy'], unknown: readonly string[]): string {
  return [
    `Decided from what was known that morning, by the policy (${versionWords(policy)}) and the settings of that day; what was done that day stands above with its reasons of then.`,
    ...unknown,
  ].join(' ');
}

function unknownWords(unknown: Explanation['unknown'], today: Day, locale: string): string[] {
  if (!unknown) return [];
  const { erasedOn, contacts, kindAndPlace } = unknown;
  if (erasedOn !== undefined)
    return [
      `Its personal data were erased on ${datedDayName(erasedOn, today, locale)}: its contacts and tags of then, and all that was written, are not known any more.`,
    ];
  return [
    ...(contacts
      ? ['Known only as of today: its contacts, which were changed since, before Duly kept what they were.']
      : []),
    ...(kindAndPlace
      ? [
          'Known only as of today: what the account is and where, which a file may have changed since, before Duly kept what it was.',
        ]
      : []),
  ];
}

function versionWords({ name, version }: Explanation['policy']): string {
  return version === 0 ? `${name}, as it comes with Duly` : `${name}, version ${version}`;
}
