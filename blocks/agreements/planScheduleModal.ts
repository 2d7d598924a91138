import type { types } from '@slack/bolt';
import { context } from '../context.ts';
import { join } from '../join.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';
import { PLAN_TITLE } from './planModal.ts';

export interface PlanSchedule extends AgreementFrame {
  /** one for each instalment: "Friday 27 November: £400.00" */
  readonly instalments: readonly string[];
  /** what the plan means for the invoices, as sentences */
  readonly means: readonly string[];
  /** why a manager is asked, as sentences; empty: nobody is */
  readonly agreement: readonly string[];
}

/** The schedule of a plan, before it is saved. */
export function planScheduleModal(schedule: PlanSchedule): types.ModalView {
  const { instalments, means, agreement } = schedule;
  return agreementModal(schedule, {
    callbackId: 'plan_schedule',
    title: PLAN_TITLE,
    submit: 'Save the plan',
    blocks: [
      section(join([mrkdwn`*Schedule*`, ...instalments.map((line, index) => mrkdwn`${index + 1}. ${line}`)])),
      section(join(means)),
      agreement.length > 0
        ? context(join([mrkdwn`*A manager has to agree:*`, ...agreement], ' '))
        : undefined,
    ],
  });
}
