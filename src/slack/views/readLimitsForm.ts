import type { LimitsForm } from '../../../blocks/settings/LimitsForm.ts';
import { readAmountLines } from '../../core/readAmountLines.ts';
import { recordsBounds } from '../../core/recordsTime.ts';
import { readSettings } from '../../core/settings.ts';
import type { Limits } from '../../useCases/workspaces/Limits.ts';
import type { NumberLimit } from './limitsForm.ts';

type Errors = Partial<Record<keyof LimitsForm, string>>;
type Read = { readonly wanted: Limits } | { readonly errors: Record<string, string> };

const MOST_DAYS = 30;
const MOST_PROMPTS = 500;

/** The limits that a form asks for, or what is wrong at which field. What is left empty, or a currency not named, is as by default. */
export function readLimitsForm(form: LimitsForm): Read {
  const usual = readSettings({});
  const errors: Errors = {};
  const amounts = (name: 'twoApproversOver' | 'smallBalance') => {
    const read = readAmounts(form[name]);
    if (typeof read === 'string') errors[name] = read;
    return withoutZero({ ...usual[name], ...(typeof read === 'string' ? {} : read) });
  };
  const number = (name: NumberLimit, least: number, most: number) => {
    if (form[name] === '') return usual[name];
    const read = /^\d+$/.test(form[name]) ? Number(form[name]) : Number.NaN;
    if (!(read >= least && read <= most)) errors[name] = `Write a whole number from ${least} to ${most}.`;
    return read;
  };
  const wanted = {
    singleApprover: form.singleApprover,
    twoApproversOver: amounts('twoApproversOver'),
    freshnessDays: number('freshnessDays', 0, MOST_DAYS),
    smallBalance: amounts('smallBalance'),
    promptsADay: number('promptsADay', 1, MOST_PROMPTS),
    recordsYears: number('recordsYears', recordsBounds.house, recordsBounds.most),
    recordsYearsRegulationF: number('recordsYearsRegulationF', recordsBounds.regulationF, recordsBounds.most),
  };
  return Object.keys(errors).length > 0 ? { errors } : { wanted };
}

/** Minor units by currency, or what is wrong, as a sentence. */
function readAmounts(typed: string): Record<string, number> | string {
  const lines = readAmountLines(typed);
  if (!lines) return 'Write a currency and an amount on each line, such as GBP 10,000.';
  const twice = lines.find(({ currency }, at) => lines.slice(0, at).some((one) => one.currency === currency));
  if (twice) return `There are two lines for ${twice.currency}: write one for each currency.`;
  return Object.fromEntries(lines.map(({ currency, minor }) => [currency, minor]));
}

/** A limit of nothing is the same as none. */
function withoutZero(amounts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).filter(([, minor]) => minor > 0));
}
