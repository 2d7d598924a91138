import type { Text } from '../Markup.ts';

/** One account as it is shown; plain data, amounts and days already written in the reader's manner. */
export interface AccountView {
  readonly debtorId: string;
  readonly name: string;
  /** something of it is on hold, and may be resumed */
  readonly onHold: boolean;
  /** supply is stopped until payment */
  readonly onCreditHold: boolean;
  /** a condition of theirs stops it */
  readonly stopped: boolean;
  /** they asked us to cease contact, and a notice may be written all the same */
  readonly mayBeNoticed: boolean;
  /** a validation notice of theirs is on record */
  readonly validated: boolean;
  /** a manager agreed to write something of it off, and the ledger does not show it yet */
  readonly writtenOff: boolean;
  /** its records are kept beyond their time */
  readonly onLegalHold: boolean;
  /** an agency or court looks after it */
  readonly handedOff: boolean;
  /** account number, kind, creditor, owner, tags, group */
  readonly about: readonly string[];
  readonly balances: readonly BalanceView[];
  /** what stops or overrides everything else: insolvency, credit hold, other bank details … */
  readonly warnings: readonly string[];
  /** where the case stands */
  readonly stage: string;
  /** what comes next, when and why */
  readonly next: string;
  readonly contacts: readonly ContactView[];
  /** promises, disputes, holds, unapplied cash, approvals: each a heading with its lines */
  readonly sections: readonly SectionView[];
  readonly activities: readonly Text[];
}

export interface SectionView {
  readonly title: string;
  readonly lines: readonly Text[];
  /** what of it the reader may confirm by mail now */
  readonly confirms?: readonly ConfirmView[] | undefined;
}

/** A promise, or a plan by its next instalment. */
export interface ConfirmView {
  readonly promiseId: string;
  /** "£840.50 by 27 Nov", "£1,284.50 in 3 instalments" */
  readonly what: string;
}

export interface BalanceView {
  readonly currency: string;
  readonly total: string;
  readonly overdue: string;
  /** "1–30 days: €200.00", without empty ages */
  readonly ages: readonly string[];
}

export interface ContactView {
  readonly name: string;
  readonly role: string;
  /** telephone and mail, as they are used, and when they were verified */
  readonly ways: readonly string[];
  /** the call allowance in words */
  readonly calls: string;
}
