/** One member's day; plain data, amounts already formatted. */
export interface MorningListView {
  readonly memberId: string;
  /** ISO day the list is for */
  readonly day: string;
  /** "Monday 23 November" */
  readonly dayName: string;
  /** reminders that one click sends, in priority order */
  readonly reminders: readonly ListedReminder[];
  /** calls and decisions, in priority order; each has its own message in the thread */
  readonly tasks: readonly ListedTask[];
  /** invoices that arrived and lack something, a customer each */
  readonly arrivals: readonly ListedArrival[];
}

export interface ListedArrival {
  readonly promptId: string;
  readonly debtorName: string;
  /** "1041: no order number", an invoice each */
  readonly missing: readonly string[];
  readonly state: string;
  /** until when it is put off */
  readonly note?: string | undefined;
  readonly outcome?: string | undefined;
}

export interface ListedReminder {
  readonly promptId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly stage: string;
  readonly owed: string;
  readonly state: string;
  readonly outcome?: string | undefined;
  /** false: nobody to write to, a contact is needed first */
  readonly sendable: boolean;
  /** until when it is put off: it does not go with the others */
  readonly putOff?: string | undefined;
}

export interface ListedTask {
  readonly promptId: string;
  readonly debtorName: string;
  readonly title: string;
  readonly owed: string;
  readonly state: string;
  readonly outcome?: string | undefined;
  readonly note?: string | undefined;
}
