import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, Reason } from './facts.ts';
import type { FinanceQuestion } from './financeQuestions.ts';
import type { Policy, Rung, StepMode } from './policy.ts';
import type { Settings } from './settings.ts';

export interface DecisionInput {
  readonly facts: DebtorFacts;
  readonly policy: Policy;
  readonly settings: Settings;
  /** the workspace's day */
  readonly today: Day;
  /** the workspace's business days */
  readonly calendar: Calendar;
  /** the business days of the debtor's region: calls need them */
  readonly debtorCalendar: Calendar;
  /** as-of day of the creditor's last payment or ledger import: money received up to then is known. Absent: never imported */
  readonly paymentsFreshUntil?: Day | undefined;
}

export interface Decision {
  /** something of the debtor is overdue or in the pre-due window after netting */
  readonly caseShouldBeOpen: boolean;
  readonly carrying?: CarryingDecision | undefined;
  /** the step to take today */
  readonly take?: StepToTake | undefined;
  /** tasks beside the ladder to open today, besides the step */
  readonly tasks: readonly StepToTake[];
  /** what the next step or a task waits for that only finance can say */
  readonly waitsForFinance?: readonly FinanceQuestion[];
  /** a next step is due but one that was taken is not finished; or the last one could not be sent and needs a person */
  readonly stuck?:
    | {
        readonly stepId: string;
        readonly stage: string;
        readonly why: 'prompt_open' | 'pending' | 'failed';
      }
    | undefined;
  /** the step that comes next, and the first day on which it could; without a day only a new fact can open it */
  readonly waiting?: { readonly stage: string; readonly until?: Day; readonly why: string } | undefined;
  /** ids of steps that wait to be done, or to be sent again, and lost their object (paid, promised, disputed, on hold, ladder stopped, a repeat that was answered): withdraw them */
  readonly withdraw: readonly string[];
  /** every rule that had a say, in words; made when read */
  readonly reasons: Reason[];
  /** the rules that looked at the step whose day has come, and found nothing against it, in words; made when read */
  readonly silent: readonly string[];
  /** the first day on which the answer could change without new facts; absent when it cannot */
  readonly nextReviewOn?: Day | undefined;
}

export interface CarryingDecision {
  readonly invoiceId: string;
  readonly effectiveDays: number;
  readonly calendarDays: number;
  readonly currency: string;
}

export interface StepToTake {
  readonly stage: string;
  readonly carryingInvoiceId: string;
  /** counts the times this stage was taken with this carrying invoice, withdrawn ones included: unique for ever */
  readonly occurrence: number;
  /** the policy's day that came, in effective days */
  readonly stageDay: number;
  readonly mode: StepMode;
  /** a written step asks for a call beside the mail, or before it */
  readonly call?: Rung['call'];
  /** a call beside the mail is not asked for before that day: the customer usually pays then */
  readonly callFrom?: Day | undefined;
  readonly isRepeat: boolean;
  readonly listedInvoiceIds: readonly string[];
  /** the debtor's owner, or a role */
  readonly asks: Rung['asks'];
  /** roles of which each has to approve; empty when none */
  readonly approvedBy: Rung['approvedBy'];
  readonly needsApproval: boolean;
  readonly oneClick: boolean;
  readonly harsh: boolean;
  readonly deadlineDays?: number | undefined;
  /** rungs passed over, for good */
  readonly skipped: readonly string[];
}
