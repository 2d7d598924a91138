import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { header } from '../header.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';

/** How far apart messages are, and when sending rests: numbers as typed. */
export interface SpacingForm {
  readonly businessDaysApart: string;
  readonly most: string;
  readonly inDays: string;
  readonly partPaymentPauseDays: string;
  readonly replyPauseDays: string;
  readonly ownReasonDelayDays: string;
  readonly metadata: string;
}

/** The form for what holds for every stage of a policy. Block ids are the names of its fields. */
export function spacingModal(form: SpacingForm): types.ModalView {
  const days = (name: Exclude<keyof SpacingForm, 'metadata'>, label: string, hint?: string) =>
    input({
      blockId: name,
      label,
      ...(hint && { hint }),
      element: textInput({ actionId: name, initial: form[name], maxLength: 100 }),
    });
  return modal({
    callbackId: 'policy_spacing',
    title: 'Spacing and rests',
    submit: 'Save to the draft',
    close: 'Cancel',
    metadata: form.metadata,
    blocks: [
      header('Between two messages'),
      days(
        'businessDaysApart',
        'Business days apart',
        '0: none. Never two on one day, whatever stands here.',
      ),
      days('most', 'Messages at most'),
      days('inDays', 'In so many calendar days'),
      header('Business days of rest'),
      days('partPaymentPauseDays', 'After a part payment'),
      days('replyPauseDays', 'After a reply', 'For the reminders that one click sends.'),
      days('ownReasonDelayDays', 'After a reason of our own', 'For what is harsher than the last message.'),
    ],
  });
}
