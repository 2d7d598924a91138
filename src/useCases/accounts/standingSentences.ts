import { shortDay } from '../../core/dayName.ts';
import { rungIndex } from '../../core/policy.ts';
import { stageName } from '../../core/stageName.ts';
import { waitingWords } from '../../core/waitingWords.ts';
import { promptTitle } from '../prompts/promptTitle.ts';
import type { Account } from './loadAccount.ts';

/** Where the case stands: the last step that was taken and not withdrawn. */
export function stageSentence({ facts, today, decision, policy }: Account, locale: string): string {
  const step = facts.steps.findLast(
    ({ state, stage }) => (state === 'done' || state === 'pending') && rungIndex(policy, stage) >= 0,
  );
  const late = decision.carrying ? lateness(decision.carrying.calendarDays) : undefined;
  if (!step) return late ? `no step taken yet, ${late}` : 'nothing to collect';
  const when = step.takenOn === today ? 'today' : `on ${shortDay(step.takenOn, locale)}`;
  const said = step.imported ? ', as an import says' : '';
  const how = step.state === 'pending' ? `asked for ${when}, not done yet` : `done ${when}${said}`;
  const deadline =
    step.deadlineOn === undefined ? '' : `; its deadline is ${shortDay(step.deadlineOn, locale)}`;
  return `${stageName(step.stage)}, ${how}${deadline}${late ? `; ${late}` : ''}`;
}

/** What comes next and when, as the policy decides it; what it waits for where it waits. */
export function nextSentence({ decision, record, facts }: Account, locale: string): string {
  const { take, stuck, waiting, carrying } = decision;
  const asked = record.prompts.map(({ kind, stage, member }) => `${promptTitle(kind, stage)} (${member})`);
  const open = asked.length > 0 ? ` Open follow-ups: ${asked.join(', ')}.` : '';
  if (take) return `${stageName(take.stage)}, today.${open}`;
  if (stuck) return `nothing before ${stageName(stuck.stage)} is finished.${open}`;
  if (waiting) {
    const when = waiting.until === undefined ? '' : `, not before ${shortDay(waiting.until, locale)}`;
    return `${stageName(waiting.stage)}${when}: ${waitingWords(waiting.why)}.${open}`.replaceAll('..', '.');
  }
  const stop = decision.reasons.find(({ outcome }) => outcome === 'stop');
  if (stop) return `${stop.sentence}.${open}`.replaceAll('..', '.');
  if (carrying) return `nothing more in this policy.${open}`;
  const nothing = facts.invoices.some(({ outstanding }) => outstanding > 0n)
    ? 'nothing for now.'
    : 'nothing.';
  return `${nothing}${open}`;
}

function lateness(days: number): string {
  if (days <= 0) return 'not late yet';
  return `${days} day${days === 1 ? '' : 's'} late`;
}
