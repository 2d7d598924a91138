import { mayAskAgainOn } from '../../core/approvalDays.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DecisionInput } from '../../core/decision.ts';

/** Throws DulyError `too_soon` while a stage that was declined, expired or recalled may not be asked for again. */
export function refuseTooSoon({ facts, calendar, settings, today }: DecisionInput, stage: string): void {
  const days = (facts.refusals ?? [])
    .filter((refusal) => refusal.stage === stage)
    .map(({ endedOn }) => mayAskAgainOn(endedOn, calendar, settings));
  const from = Math.max(...days) as Day;
  if (days.length === 0 || from <= today) return;
  throw new DulyError(
    'too_soon',
    `asked again for ${stage} before ${from}`,
    `It was declined or expired not long ago: it may be asked for again from ${shortDay(from, 'en-GB')}.`,
  );
}
