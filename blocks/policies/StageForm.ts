/** What can be changed of a stage; a field that is absent does not go with this stage. */
export interface StageForm {
  readonly name: string;
  readonly inUse: boolean;
  readonly day?: string | undefined;
  /** further days, with commas */
  readonly repeats?: string | undefined;
  /** days from one time to the next, once the first ones are over */
  readonly everyDays?: string | undefined;
  /** business days since the stages that it needs; and their names */
  readonly gap?: { readonly days: string; readonly needs: string } | undefined;
  readonly deadlineDays?: string | undefined;
  readonly asks: string;
  readonly approvedBy: readonly string[];
  readonly metadata: string;
}
