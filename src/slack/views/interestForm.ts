import type { ViewOutput } from '@slack/bolt';
import { limits } from '../../../blocks/limits.ts';
import type {
  InterestForm,
  InterestTermsForm,
  InterestView,
  StatuteLine,
} from '../../../blocks/settings/InterestForm.ts';
import { baseRateName } from '../../core/baseRates.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { percentWords, unknownRateWords } from '../../core/interestWords.ts';
import type { Settings } from '../../core/settings.ts';
import { shownForm } from '../../core/shownForm.ts';
import { statuteWords } from '../../core/statuteWords.ts';
import type { LoadedInterestTerms, StandingStatute } from '../../useCases/interest/loadInterestTerms.ts';
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
    laws: lawChoices(loaded),
    rates: mostNeeded(rates).map(({ base, from, basisPoints }) => ({
      value: `${base} ${isoDay(from)}`,
      text: `${baseRateName(base)}, from ${shortDay(from, locale)}`,
      description: basisPoints === undefined ? 'Not known yet' : percentWords(basisPoints, locale),
    })),
    statutes: loaded.statutes.map((row) => statuteLine(row, locale)),
  };
}

/** The laws that there are rows of, and those that terms name though there is none any more. */
function lawChoices({ statutes, team, own, country }: LoadedInterestTerms): InterestView['laws'] {
  const names = new Map(statutes.map(({ statute }) => [statute.law, statute.name]));
  const named = [team.law, own?.law].filter((law) => law && law !== 'none');
  const laws = new Set([...names.keys(), ...named.flatMap((law) => law ?? [])]);
  const described = (law: string) => names.get(law) ?? 'There is no row of it: no interest by law';
  return [
    { value: OWN_LAW, text: 'That of our own country', description: described(country) },
    ...[...laws].map((law) => ({ value: law, text: countryName(law), description: described(law) })),
    { value: 'none', text: 'Another one: no interest by law' },
  ];
}

/** All of them, or where they are more than a menu takes those that nobody has entered first. */
function mostNeeded(rates: LoadedInterestTerms['rates']): LoadedInterestTerms['rates'] {
  if (rates.length <= limits.select.options) return rates;
  const isKnown = (rate: (typeof rates)[number]) => Number(rate.basisPoints !== undefined);
  return [...rates].sort((a, b) => isKnown(a) - isKnown(b) || b.from - a.from);
}

function statuteLine({ statute, id, until, unknown }: StandingStatute, locale: string): StatuteLine {
  const { law, name, source, issuedFrom, base } = statute;
  return {
    id,
    law: countryName(law),
    holds: `${holdsWords(issuedFrom, until, locale)}${id === undefined ? '; comes with Duly' : ''}`,
    source: `${name}: ${source}`,
    gives: statuteWords(statute, locale),
    unknown: unknown.length > 0 ? unknownRateWords(base, unknown, locale) : undefined,
  };
}

function holdsWords(from: Day, until: Day | null, locale: string): string {
  if (until !== null && until < from) return 'for no invoice any more: a row of your own stands in its place';
  const since = `invoices issued from ${shortDay(from, locale)}`;
  return until === null ? `${since} on` : `${since} to ${shortDay(until, locale)}`;
}

function countryName(law: string): string {
  return countries.of(law) ?? law;
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
