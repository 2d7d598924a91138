/** One list of a digest: a few lines in the message, all that fit in its thread. */
export interface DigestPart {
  /** names its message in the thread */
  readonly key: string;
  /** "Promises due", "Colin Shaw" */
  readonly title: string;
  /** how many there are, whether or not they are all in `lines` */
  readonly total: number;
  /** in order of importance */
  readonly lines: readonly DigestLine[];
  /** the command that shows what is left out, such as `/debt list due` */
  readonly rest: string | undefined;
  /** stands from day to day: a day with nothing else is a quiet one */
  readonly standing?: boolean;
  /** lines shown in the digest itself; without it the digest does not speak of the list */
  readonly inMessage: number | undefined;
}

export interface DigestLine {
  readonly debtorId: string;
  /** the account's name, or its number where the name must not stand */
  readonly label: string;
  /** "Call for a firm date, €18,400.00, 63 days late" */
  readonly text: string;
}
