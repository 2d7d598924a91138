import type { ViewOutput } from '@slack/bolt';
import type { InterestForm, InterestTermsForm, InterestView } from '../../../blocks/settings/InterestForm.ts';
import { baseRateNames } from '../../core/baseRates.ts';
import { isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { percentWords } from '../../core/interestWords.ts';
import type { Settings } from '../../core/settings.ts';
import { shownForm } from '../../core/shownForm.ts';
import { statutes } from '../../core/statutes.ts';
import type { LoadedInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import { encodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

/** The law of the workspace's own country, whatever that is. */
export const OWN_LAW = 'own';

const countries = new Intl.DisplayNames('en-GB', { type: 'region' });

/** Whose terms the form shows when they are no creditor's. */
export const TEAM = 'team';

/** What is set, as the form shows it: a creditor without own terms shows the team's. */
export function interestView(loaded: LoadedInterestTerms, locale: string, now: Date): InterestView {
  const { creditors, creditorId, own, team, rates } = loaded;
  const shown = shownForm(creditorId === undefined ? team : (own ?? null), now);
  return {
    creditors: [
      { value: TEAM, text: 'The team', description: 'For every creditor without terms of its own' },
      ...(creditors.length > 1 ? creditors.map(({ id, name }) => ({ value: id, text: name })) : []),
    ],
    creditor: creditorId ?? TEAM,
    metadata: encodeMetadata({ creditorId, team: termsForm(team), shown }),
    form: {
      ...termsForm(own ?? team),
      whose: creditorId === undefined ? '' : own ? 'own' : 'team',
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

function termsForm({ contractBasisPoints, law, lateCharges }: Settings['interest']): InterestTermsForm {
  const contract = contractBasisPoints === null ? '' : String(contractBasisPoints / 100);
  return { contract, law: law ?? OWN_LAW, lateCharges };
}

/** The form as it was submitted. */
export function submittedInterest(view: ViewOutput): InterestForm {
  const { text, choice, choices } = stateOf(view);
  const whose = choice('whose');
  return {
    whose: whose === 'team' || whose === 'own' ? whose : '',
    contract: text('contract'),
    law: choice('law'),
    lateCharges: choices('lateCharges').length > 0,
    rate: choice('rate'),
    percent: text('percent'),
  };
}
