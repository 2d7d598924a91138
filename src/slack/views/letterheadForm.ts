import type { ViewOutput } from '@slack/bolt';
import type { LetterheadForm, LetterheadView } from '../../../blocks/settings/LetterheadForm.ts';
import { shownForm } from '../../core/shownForm.ts';
import type { LoadedLetterhead } from '../../useCases/workspaces/loadLetterhead.ts';
import { encodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

/** What is set, as the form shows it. */
export function letterheadView(loaded: LoadedLetterhead, now: Date): LetterheadView {
  const { creditors, creditorId, letterhead } = loaded;
  const { holder, iban, sortCode, account, bank, reference } = letterhead?.bank ?? {};
  return {
    creditors,
    creditorId: creditorId ?? '',
    metadata: encodeMetadata({ creditorId, shown: letterhead && shownForm(letterhead, now) }),
    form: {
      name: letterhead?.name ?? '',
      address: letterhead?.address ?? '',
      email: letterhead?.email ?? '',
      phone: letterhead?.phone ?? '',
      smallPrint: letterhead?.smallPrint ?? '',
      holder: holder ?? '',
      iban: iban ?? '',
      sortCode: sortCode ?? '',
      account: account ?? '',
      bank: bank ?? '',
      reference: reference ?? '',
      isClient: letterhead?.isClient ?? false,
    },
  };
}

/** The form as it was submitted. */
export function submittedLetterhead(view: ViewOutput): LetterheadForm {
  const { text, choices } = stateOf(view);
  return {
    name: text('name'),
    address: text('address'),
    email: text('email'),
    phone: text('phone'),
    smallPrint: text('smallPrint'),
    holder: text('holder'),
    iban: text('iban'),
    sortCode: text('sortCode'),
    account: text('account'),
    bank: text('bank'),
    reference: text('reference'),
    isClient: choices('isClient').length > 0,
  };
}
