/** Why something was, was not or will be done on a day; sentences as the policy gave them. */
export interface WhyView {
  readonly debtorName: string;
  /** "Monday 23 November" */
  readonly day: string;
  readonly answer: string;
  readonly reasons: readonly ReasonView[];
  /** what else was looked at, and found nothing against it */
  readonly silent: readonly string[];
  /** what was done on that day, with the reasons recorded then */
  readonly taken: readonly { readonly stage: string; readonly reasons: readonly ReasonView[] }[];
  /** said where the day is not today */
  readonly caveat?: string | undefined;
}

export interface ReasonView {
  readonly outcome: 'pass' | 'stop' | 'note';
  readonly sentence: string;
}
