import type { InterestForm } from '../../../blocks/settings/InterestForm.ts';
import { type BaseRateKey, baseRateNames } from '../../core/baseRates.ts';
import { parseDay } from '../../core/day.ts';
import { readPercent } from '../../core/readPercent.ts';
import type { InterestTerms } from '../../useCases/interest/InterestTerms.ts';
import { OWN_LAW } from './interestForm.ts';

type Errors = Partial<Record<keyof InterestForm, string>>;
type Read = { readonly wanted: InterestTerms } | { readonly errors: Record<string, string> };

const MOST = 10_000;
const LEAST_BASE = -1_000;

/** The interest terms that a form asks for, or what is wrong at which field. */
export function readInterestForm(form: InterestForm): Read {
  const errors: Errors = {};
  const contract = form.contract === '' ? null : (readPercent(form.contract) ?? -1);
  if (contract !== null && (contract < 0 || contract > MOST))
    errors.contract = 'Write a rate between 0 and 100 percent, such as 8.5.';
  const rate = readRate(form, errors);
  if (Object.keys(errors).length > 0) return { errors };
  return {
    wanted: { contractBasisPoints: contract, law: form.law === OWN_LAW ? null : form.law, rate },
  };
}

function readRate({ rate, percent }: InterestForm, errors: Errors): InterestTerms['rate'] {
  if (rate === '' && percent === '') return undefined;
  const [base = '', half = ''] = rate.split(' ');
  const from = parseDay(half);
  const basisPoints = readPercent(percent);
  if (!(base in baseRateNames) || from === undefined) errors.rate = 'Choose which base rate this is.';
  if (basisPoints === undefined || basisPoints < LEAST_BASE || basisPoints > MOST)
    errors.percent = 'Write the base rate in percent, such as 3.75.';
  if (from === undefined || basisPoints === undefined) return undefined;
  return { base: base as BaseRateKey, from, basisPoints };
}
