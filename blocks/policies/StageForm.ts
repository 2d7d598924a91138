import type { Choice } from '../elements/option.ts';

/** What can be changed of a stage; a field that is absent does not go with this stage. */
export interface StageForm {
  readonly name: string;
  readonly inUse: boolean;
  readonly day?: string | undefined;
  /** its place on the ladder: the stage that it comes after, and those that it could */
  readonly place?: { readonly after: string; readonly stages: readonly Choice[] } | undefined;
  /** further days, with commas */
  readonly repeats?: string | undefined;
  /** days from one time to the next, once the first ones are over */
  readonly everyDays?: string | undefined;
  /** what has to be done before */
  readonly gate?: GateForm | undefined;
  readonly deadlineDays?: string | undefined;
  readonly asks: string;
  /** finance can do what this stage asks */
  readonly mayAskFinance: boolean;
  readonly approvedBy: readonly string[];
  readonly metadata: string;
}

/** The stages that one waits for, of those that it can, how many business days longer, and whether for their deadlines. */
export interface GateForm {
  readonly stages: readonly Choice[];
  readonly needs: readonly string[];
  readonly gap: string;
  readonly deadlinePassed: boolean;
}

/** The place before all others. */
export const FIRST = '-';
