import type { InterestForm, InterestTermsForm } from '../../../blocks/settings/InterestForm.ts';
import { parseDay } from '../../core/day.ts';
import { readBaseRate } from '../../core/readBaseRate.ts';
import { readPercent } from '../../core/readPercent.ts';
import type { InterestTerms } from '../../useCases/interest/InterestTerms.ts';
import { OWN_LAW } from './interestForm.ts';

type Errors = Partial<Record<keyof InterestForm, string>>;
type Wanted = Omit<InterestTerms, 'creditorId'>;
type Read = { readonly wanted: Wanted } | { readonly errors: Record<string, string> };

const MOST = 10_000;

/** The interest terms that a form asks for, or what is wrong at which field. A creditor that follows the team cannot differ from it. */
export function readInterestForm(form: InterestForm, team: InterestTermsForm): Read {
  const errors: Errors = {};
  const contract = readContract(form.contract);
  if (contract === undefined) errors.contract = 'Write a rate between 0 and 100 percent, such as 8.5.';
  const rate = readRate(form, errors);
  const differs =
    contract !== readContract(team.contract) ||
    form.law !== team.law ||
    form.lateCharges !== team.lateCharges;
  if (form.whose === 'team' && differs)
    errors.whose = 'What stands below is not what the team has. Choose “Its own terms”, or put it back.';
  if (contract === undefined || Object.keys(errors).length > 0) return { errors };
  const { law, lateCharges } = form;
  const own = { contractBasisPoints: contract, law: law === OWN_LAW ? null : law, lateCharges };
  return { wanted: { terms: form.whose === 'team' ? null : own, rate } };
}

/** Hundredths of a percentage point; null where nothing is named, undefined where it cannot be a rate. */
function readContract(typed: string): number | null | undefined {
  if (typed === '') return null;
  const basisPoints = readPercent(typed);
  return basisPoints !== undefined && basisPoints >= 0 && basisPoints <= MOST ? basisPoints : undefined;
}

function readRate({ rate, percent }: InterestForm, errors: Errors): InterestTerms['rate'] {
  if (rate === '' && percent === '') return undefined;
  const [, base = '', half = ''] = /^(.+) (\S+)$/.exec(rate) ?? [];
  const from = parseDay(half);
  const basisPoints = readBaseRate(percent);
  if (from === undefined) errors.rate = 'Choose which base rate this is.';
  if (basisPoints === undefined) errors.percent = 'Write the base rate in percent, such as 3.75.';
  if (from === undefined || basisPoints === undefined) return undefined;
  return { base, from, basisPoints };
}
