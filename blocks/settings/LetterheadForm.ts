/** What stands on a creditor's letters, as the form holds it: texts as typed, empty where nothing is known. */
export interface LetterheadForm {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly smallPrint: string;
  readonly holder: string;
  readonly iban: string;
  readonly sortCode: string;
  readonly account: string;
  readonly bank: string;
  readonly reference: string;
  /** it is an agency's client, not the own company */
  readonly isClient: boolean;
}

/** The form for one creditor, and which others there are. */
export interface LetterheadView {
  readonly creditors: readonly { readonly id: string; readonly name: string }[];
  /** empty: there is none yet */
  readonly creditorId: string;
  readonly form: LetterheadForm;
  /** what the window must remember, encoded */
  readonly metadata: string;
}
