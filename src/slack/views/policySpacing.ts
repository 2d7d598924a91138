import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { policyModal } from '../../../blocks/policies/policyModal.ts';
import type { SpacingForm } from '../../../blocks/policies/spacingModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { markOf } from '../../core/markOf.ts';
import type { Policy } from '../../core/policy.ts';
import { changeDraft } from '../../useCases/policies/changeDraft.ts';
import { policyPage } from '../../useCases/policies/policyPage.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata, encodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ key: z.string(), mark: z.string() });

/** Each number with the least that it may be. */
const least = {
  businessDaysApart: 0,
  most: 1,
  inDays: 1,
  partPaymentPauseDays: 0,
  replyPauseDays: 0,
  ownReasonDelayDays: 0,
} as const;

type Numbers = Record<keyof typeof least, number>;

/** Spacing and rests as their form shows them. */
export function spacingForm(policy: Policy): SpacingForm {
  const { spacing, partPaymentPauseDays, replyPauseDays, ownReasonDelayDays } = policy;
  return {
    businessDaysApart: String(spacing.businessDaysApart),
    most: String(spacing.most),
    inDays: String(spacing.inDays),
    partPaymentPauseDays: String(partPaymentPauseDays),
    replyPauseDays: String(replyPauseDays),
    ownReasonDelayDays: String(ownReasonDelayDays),
    metadata: encodeMetadata({ key: policy.key, mark: markOf(spacingOf(policy)) }),
  };
}

/** What the form shows of a policy. */
function spacingOf({ spacing, partPaymentPauseDays, replyPauseDays, ownReasonDelayDays }: Policy): unknown {
  return { spacing, partPaymentPauseDays, replyPauseDays, ownReasonDelayDays };
}

/** Spacing and rests of a policy: checked at their fields, kept in the draft; the page comes back. */
export const policySpacing: ViewHandler = {
  check(view) {
    const { key, mark } = decodeMetadata(remembered, view.private_metadata);
    const read = readSpacing(view);
    if ('errors' in read) return read;
    const { businessDaysApart, most, inDays, ...rests } = read.numbers;
    return {
      async save({ deps, workspace, member, now, showView }) {
        const change = (policy: Policy) => ({
          ...policy,
          ...rests,
          spacing: { businessDaysApart, most, inDays },
        });
        const seen = { part: spacingOf, mark };
        await changeDraft(deps.db, { workspace, member, key, now, change, seen });
        const note = 'Spacing and rests are changed in the draft.';
        await showView(policyModal(await policyPage(deps.db, { workspace, member, key, note })));
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView('Spacing and rests', [
      ['Business days apart', text('businessDaysApart')],
      ['Messages at most', text('most')],
      ['In so many calendar days', text('inDays')],
      ['After a part payment', text('partPaymentPauseDays')],
      ['After a reply', text('replyPauseDays')],
      ['After a reason of our own', text('ownReasonDelayDays')],
    ]);
  },
  again: refilled,
};

function readSpacing(view: ViewOutput): { numbers: Numbers } | { errors: Record<string, string> } {
  const { text } = stateOf(view);
  const errors: Record<string, string> = {};
  const numbers: Partial<Numbers> = {};
  for (const [name, from] of Object.entries(least) as [keyof Numbers, number][]) {
    const typed = text(name);
    if (/^\d{1,3}$/.test(typed) && Number(typed) >= from) numbers[name] = Number(typed);
    else errors[name] = `Write a whole number from ${from} to 999.`;
  }
  return Object.keys(errors).length > 0 ? { errors } : { numbers: numbers as Numbers };
}
