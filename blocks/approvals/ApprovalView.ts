import type { Text } from '../Markup.ts';

/** A request for approval as it stands; plain data, amounts and days already written out. */
export interface ApprovalView {
  readonly approvalId: string;
  readonly debtorId: string;
  /** "Final notice" */
  readonly title: string;
  readonly debtorName: string;
  /** absent where its customer is not named */
  readonly account?: string | undefined;
  readonly state: 'open' | 'approved' | 'on_its_way' | 'sent' | 'ended';
  /** the headline once it is not open any more: who decided, until when it can be stopped, how it ended */
  readonly standing?: Text | undefined;
  readonly askedBy: Text;
  readonly askedAt: Text;
  /** one line a currency */
  readonly balances: readonly string[];
  readonly oldest: string;
  readonly contacts: readonly Text[];
  readonly promises: readonly string[];
  /** what was recorded that an approver must not overlook: replies, disputes, holds */
  readonly warnings: readonly string[];
  /** why its step was taken, as sentences, and on which day; absent where it has no step or its customer is not named */
  readonly why?: { readonly on: string; readonly sentences: readonly string[] } | undefined;
  /** to whom it goes; absent for a task, which is sent to nobody */
  readonly to?: string | undefined;
  /** roles of which each has to approve, where there are several */
  readonly roles: readonly string[];
  readonly total: string;
  readonly deadline?: string | undefined;
  readonly subject: string;
  /** the mail, word for word */
  readonly text: string;
  readonly approvers: number;
  /** whose approval counts */
  readonly approvedBy: readonly Text[];
  /** the only one who may approve, and confirms twice */
  readonly confirmsAlone?: Text | undefined;
  /** who may still approve it, where they are too few */
  readonly tooFew?: readonly Text[] | undefined;
  readonly usableUntil: string;
  /** why it was rewritten */
  readonly rewritten: boolean;
  /** names exactly what is shown: a click on it is bound to that */
  readonly seal: string;
}
