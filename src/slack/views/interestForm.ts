import type { ViewOutput } from '@slack/bolt';
import type { InterestForm, InterestView } from '../../../blocks/settings/InterestForm.ts';
import { baseRateNames } from '../../core/baseRates.ts';
import { isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { percentWords } from '../../core/interestWords.ts';
import { statutes } from '../../core/statutes.ts';
import type { LoadedInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import { stateOf } from './stateOf.ts';

/** The law of the workspace's own country, whatever that is. */
export const OWN_LAW = 'own';

const countries = new Intl.DisplayNames('en-GB', { type: 'region' });

/** What is set, as the form shows it. */
export function interestView({ interest, rates }: LoadedInterestTerms, locale: string): InterestView {
  const { contractBasisPoints, law } = interest;
  return {
    form: {
      contract: contractBasisPoints === null ? '' : String(contractBasisPoints / 100),
      law: law ?? OWN_LAW,
      rate: '',
      percent: '',
    },
    laws: [
      { value: OWN_LAW, text: 'That of our own country' },
      ...[...new Map(statutes.map((statute) => [statute.law, statute])).values()].map(({ law, name }) => ({
        value: law,
        text: countries.of(law) ?? law,
        description: name,
      })),
      { value: 'none', text: 'Another one: no interest by law' },
    ],
    rates: rates.map(({ base, from, basisPoints }) => ({
      value: `${base} ${isoDay(from)}`,
      text: `${baseRateNames[base]}, from ${shortDay(from, locale)}`,
      description: basisPoints === undefined ? 'Not known yet' : percentWords(basisPoints, locale),
    })),
  };
}

/** The form as it was submitted. */
export function submittedInterest(view: ViewOutput): InterestForm {
  const { text, choice } = stateOf(view);
  return { contract: text('contract'), law: choice('law'), rate: choice('rate'), percent: text('percent') };
}
