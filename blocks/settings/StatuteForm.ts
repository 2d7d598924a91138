import type { Choice } from '../elements/option.ts';

/** A row of late-payment law as the form holds it: texts as typed, values of the options chosen, days `YYYY-MM-DD`. */
export interface StatuteForm {
  readonly law: string;
  readonly name: string;
  readonly source: string;
  readonly issuedFrom: string;
  readonly issuedUntil: string;
  /** one that is known, or `OTHER_BASE` */
  readonly base: string;
  readonly otherBase: string;
  /** a line for each half-year */
  readonly values: string;
  readonly margin: string;
  readonly rated: string;
  readonly yearDays: string;
  readonly currency: string;
  /** one amount, or a line for each threshold */
  readonly fixedSums: string;
}

/** The base rate is none that is known: the field below names it. */
export const OTHER_BASE = 'other';

export interface StatuteView {
  readonly form: StatuteForm;
  /** the base rates that are known */
  readonly bases: readonly Choice[];
  /** a new row cannot be taken away yet */
  readonly isNew: boolean;
  /** what the window must remember, encoded */
  readonly metadata: string;
}
