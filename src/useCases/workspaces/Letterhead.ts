import type { BankDetails } from '../../db/bankDetails.ts';

/** What stands on a creditor's letters. */
export interface Letterhead {
  readonly name: string;
  /** lines parted by line breaks */
  readonly address: string | undefined;
  /** mails come from here, and answers go here */
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** at the foot; lines parted by line breaks */
  readonly smallPrint: string | undefined;
  readonly bank: BankDetails | undefined;
  /** an agency's client, not the own company: US Regulation F holds for its private customers */
  readonly isClient: boolean;
}
