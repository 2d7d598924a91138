/** The limits as the form holds them: texts as typed, empty where it is as by default. */
export interface LimitsForm {
  readonly singleApprover: 'second' | 'confirm_twice';
  /** a currency and an amount a line */
  readonly twoApproversOver: string;
  /** business days */
  readonly freshnessDays: string;
  /** a currency and an amount a line */
  readonly smallBalance: string;
  readonly promptsADay: string;
  /** calendar years */
  readonly recordsYears: string;
  /** the same for private individuals of an agency's client */
  readonly recordsYearsRegulationF: string;
}

export interface LimitsView {
  /** what the window must remember, encoded */
  readonly metadata: string;
  readonly form: LimitsForm;
  /** what holds where a field is left empty, in words */
  readonly usual: Omit<LimitsForm, 'singleApprover'>;
}
