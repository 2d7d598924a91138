import type { Choice } from './elements/option.ts';

/** The kinds of debtor, as a form offers them. */
export const debtorKindChoices: readonly Choice[] = [
  { value: 'business', text: 'business' },
  { value: 'sole_trader', text: 'sole trader' },
  { value: 'individual', text: 'private individual' },
];
