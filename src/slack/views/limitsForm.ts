import type { ViewOutput } from '@slack/bolt';
import type { LimitsForm, LimitsView } from '../../../blocks/settings/LimitsForm.ts';
import { formatAmount } from '../../core/money.ts';
import { readSettings } from '../../core/settings.ts';
import { shownForm } from '../../core/shownForm.ts';
import { writeAmountLines } from '../../core/writeAmountLines.ts';
import { type Limits, limitsOf } from '../../useCases/workspaces/Limits.ts';
import { encodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

/** Limits that are a whole number. */
export type NumberLimit = 'freshnessDays' | 'promptsADay' | 'recordsYears' | 'recordsYearsRegulationF';

type Amounts = Readonly<Record<string, number>>;

/** What is set, as the form shows it: only what is not as by default, and what that is. */
export function limitsView(limits: Limits, locale: string, now: Date): LimitsView {
  const usual = readSettings({});
  const number = (name: NumberLimit) => (limits[name] === usual[name] ? '' : String(limits[name]));
  return {
    metadata: encodeMetadata({ shown: shownForm(limitsOf(limits), now) }),
    form: {
      singleApprover: limits.singleApprover,
      twoApproversOver: linesOf(limits.twoApproversOver, usual.twoApproversOver),
      freshnessDays: number('freshnessDays'),
      smallBalance: linesOf(limits.smallBalance, usual.smallBalance),
      promptsADay: number('promptsADay'),
      recordsYears: number('recordsYears'),
      recordsYearsRegulationF: number('recordsYearsRegulationF'),
    },
    usual: {
      twoApproversOver: wordsOf(usual.twoApproversOver, locale),
      freshnessDays: String(usual.freshnessDays),
      smallBalance: wordsOf(usual.smallBalance, locale),
      promptsADay: String(usual.promptsADay),
      recordsYears: String(usual.recordsYears),
      recordsYearsRegulationF: String(usual.recordsYearsRegulationF),
    },
  };
}

/** The form as it was submitted. */
export function submittedLimits(view: ViewOutput): LimitsForm {
  const { text, choice } = stateOf(view);
  return {
    singleApprover: choice('singleApprover') === 'confirm_twice' ? 'confirm_twice' : 'second',
    twoApproversOver: text('twoApproversOver'),
    freshnessDays: text('freshnessDays'),
    smallBalance: text('smallBalance'),
    promptsADay: text('promptsADay'),
    recordsYears: text('recordsYears'),
    recordsYearsRegulationF: text('recordsYearsRegulationF'),
  };
}

/** A line for each currency where they differ from the usual ones. */
function linesOf(amounts: Amounts, usual: Amounts): string {
  const differing = Object.keys({ ...usual, ...amounts }).filter(
    (currency) => (amounts[currency] ?? 0) !== (usual[currency] ?? 0),
  );
  return writeAmountLines(
    Object.fromEntries(differing.map((currency) => [currency, amounts[currency] ?? 0])),
  );
}

/** `10,000 for EUR, USD`: currencies with the same amount together. */
function wordsOf(amounts: Amounts, locale: string): string {
  const format = new Intl.NumberFormat(locale);
  const byAmount = new Map<string, string[]>();
  for (const [currency, minor] of Object.entries(amounts)) {
    const amount = format.format(formatAmount(BigInt(minor), currency) as `${number}`);
    byAmount.set(amount, [...(byAmount.get(amount) ?? []), currency]);
  }
  return [...byAmount].map(([amount, currencies]) => `${amount} for ${currencies.join(', ')}`).join('; ');
}
