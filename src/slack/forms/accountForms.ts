import type { AccountForm } from './AccountForm.ts';
import { disputeForm } from './disputeForm.ts';
import { paidForm } from './paidForm.ts';
import { pauseForm } from './pauseForm.ts';
import { planForm } from './planForm.ts';
import { promiseForm } from './promiseForm.ts';
import { replyForm } from './replyForm.ts';
import { resumeForm } from './resumeForm.ts';
import { stopForm } from './stopForm.ts';
import { writeOffForm } from './writeOffForm.ts';
import { writtenForm } from './writtenForm.ts';

/** The forms of an account, by the command that opens them. */
export const accountForms = {
  promise: promiseForm,
  plan: planForm,
  dispute: disputeForm,
  pause: pauseForm,
  resume: resumeForm,
  stop: stopForm,
  paid: paidForm,
  reply: replyForm,
  wrote: writtenForm,
  writeoff: writeOffForm,
} as const satisfies Readonly<Record<string, AccountForm>>;

export type AccountFormName = keyof typeof accountForms;
