import type { ViewOutput } from '@slack/bolt';
import { OTHER_BASE, type StatuteForm, type StatuteView } from '../../../blocks/settings/StatuteForm.ts';
import { baseRateName } from '../../core/baseRates.ts';
import { isoDay } from '../../core/day.ts';
import { shownForm } from '../../core/shownForm.ts';
import { type Statute, statuteAsWritten } from '../../core/statutes.ts';
import { writeFixedSums } from '../../core/writeFixedSums.ts';
import type { LoadedInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import { encodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';
import type { StatuteMemory } from './statuteMemory.ts';

/** A row of law as the form shows it, or an empty form for a new one; undefined where that row is not there any more. */
export function statuteView(
  { statutes, rates }: Pick<LoadedInterestTerms, 'statutes' | 'rates'>,
  about: {
    /** undefined: a new row */
    readonly id: string | undefined;
    readonly behind: StatuteMemory['behind'];
    readonly now: Date;
  },
): StatuteView | undefined {
  const { id, behind, now } = about;
  const own = statutes.filter((row) => row.id !== undefined);
  const row = own.find((one) => one.id === id)?.statute;
  if (id !== undefined && !row) return undefined;
  const memory: StatuteMemory = {
    ...(id !== undefined && { id }),
    ...(row && { shown: shownForm(statuteAsWritten(row), now) }),
    openedAt: now.toISOString(),
    taken: own.filter((one) => one.statute !== row).map(({ statute }) => placeOf(statute)),
    behind,
  };
  return {
    isNew: row === undefined,
    form: row ? formOf(row) : EMPTY,
    bases: [...new Set(rates.map(({ base }) => base))].map((base) => ({
      value: base,
      text: baseRateName(base),
    })),
    metadata: encodeMetadata(memory),
  };
}

/** Where a row of law stands: no workspace has two of one law from one day on. */
export function placeOf({ law, issuedFrom }: Pick<Statute, 'law' | 'issuedFrom'>): string {
  return `${law} ${isoDay(issuedFrom)}`;
}

const EMPTY: StatuteForm = {
  ...{ law: '', name: '', source: '', issuedFrom: '', issuedUntil: '', base: '', otherBase: '', values: '' },
  ...{ margin: '', rated: '', yearDays: '365', currency: '', fixedSums: '' },
};

function formOf(row: Statute): StatuteForm {
  const { law, name, source, base, margin, rated, yearDays, currency } = row;
  const { issuedFrom, issuedUntil } = statuteAsWritten(row);
  return {
    ...{ law, name, source, base, rated, currency },
    ...{ issuedFrom, issuedUntil: issuedUntil ?? '', otherBase: '', values: '' },
    ...{ margin: String(margin / 100), yearDays: String(yearDays), fixedSums: writeFixedSums(row) },
  };
}

/** The form as it was submitted. */
export function submittedStatute(view: ViewOutput): StatuteForm {
  const { text, choice, day } = stateOf(view);
  return {
    ...{ law: text('law'), name: text('name'), source: text('source') },
    ...{ issuedFrom: day('issuedFrom'), issuedUntil: day('issuedUntil') },
    ...{ base: choice('base'), otherBase: text('otherBase'), values: text('values') },
    ...{ margin: text('margin'), rated: choice('rated'), yearDays: choice('yearDays') },
    ...{ currency: text('currency'), fixedSums: text('fixedSums') },
  };
}

/** The base rate that the form names, by its key or the name that was typed; empty where it names none. */
export function baseIn({ base, otherBase }: StatuteForm): string {
  return base === OTHER_BASE ? otherBase : base;
}
