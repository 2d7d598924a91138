import type { Choice } from '../elements/option.ts';

/** The interest terms as the form holds them: texts as typed, values of the options chosen. */
export interface InterestForm extends InterestTermsForm {
  /** for one creditor: whether it has terms of its own or follows the team's; empty: the form is of the team's terms */
  readonly whose: '' | 'team' | 'own';
  /** which base rate for which half-year; empty: none is entered */
  readonly rate: string;
  readonly percent: string;
}

/** The part of the form that may differ between creditors. */
export interface InterestTermsForm {
  /** percent a year; empty: the contracts name none */
  readonly contract: string;
  readonly law: string;
  readonly lateCharges: boolean;
}

export interface InterestView {
  /** whose terms can be looked at: the team's and each creditor's; at most one where there is nothing to choose */
  readonly creditors: readonly Choice[];
  /** the one whose terms are shown, as its choice's value */
  readonly creditor: string;
  readonly form: InterestForm;
  readonly laws: readonly Choice[];
  readonly rates: readonly Choice[];
  /** the rows of late-payment law */
  readonly statutes: readonly StatuteLine[];
  /** what the window must remember, encoded */
  readonly metadata: string;
}

/** A row of late-payment law, as it is listed. */
export interface StatuteLine {
  /** absent: it comes with Duly and is not changed */
  readonly id: string | undefined;
  readonly law: string;
  /** for which invoices it holds */
  readonly holds: string;
  /** what it is called, and which law and article it is */
  readonly source: string;
  readonly gives: string;
  /** which base rates of it nobody has entered */
  readonly unknown: string | undefined;
}
