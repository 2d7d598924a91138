import type { Choice } from '../elements/option.ts';

/** The interest terms as the form holds them: texts as typed, values of the options chosen. */
export interface InterestForm {
  /** percent a year; empty: the contracts name none */
  readonly contract: string;
  readonly law: string;
  /** which base rate for which half-year; empty: none is entered */
  readonly rate: string;
  readonly percent: string;
}

export interface InterestView {
  readonly form: InterestForm;
  readonly laws: readonly Choice[];
  readonly rates: readonly Choice[];
}
