import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import {
  EDIT_CONTACT_TITLE,
  editContactModal,
  HAS_LEFT,
  refusalChoices,
  VERIFIED,
} from '../../../blocks/accounts/editContactModal.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { shownFormSchema } from '../../core/shownForm.ts';
import { changeContact } from '../../useCases/contacts/changeContact.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { checkContact, contactEntries } from './contactEntries.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({
  contactId: z.string(),
  debtorId: z.string(),
  debtorName: z.string(),
  /** what was ticked when the form was opened */
  shown: z.array(z.string()).optional(),
  hadLeft: z.boolean().optional(),
  seen: shownFormSchema.optional(),
  lastVerified: z.string().optional(),
});

/** A submitted correction of a contact. */
export const editContact: ViewHandler = {
  check(view) {
    const checked = checkContact(contactEntries(view));
    if ('errors' in checked) return checked;
    const evidence = evidenceOf(view);
    const { shown = [], hadLeft } = memoryOf(view);
    if (evidence === '' && shown.some((value) => !refusedOf(view).some((kept) => kept === value)))
      return { errors: { evidence: 'What shows that they did not refuse it? It stays on record.' } };
    // what others recorded since the form was opened stands
    const hasLeft = hasLeftOf(view) === hadLeft ? undefined : hasLeftOf(view);
    const change = {
      ...checked.contact,
      ...refusalsOf(refusedOf(view)),
      hasLeft,
      isVerified: isVerifiedIn(view),
    };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { contactId, debtorId, debtorName, shown, seen } = memoryOf(view);
        const text = await changeContact(deps.db, {
          ...{ workspace, member, debtorId, contactId, change, evidence, seen, now },
          shown:
            shown && refusalsOf(refusalChoices.map(({ value }) => value).filter((v) => shown.includes(v))),
        });
        deps.wake();
        await showView(sentenceView(EDIT_CONTACT_TITLE, mrkdwn`*${debtorName}*: ${text}`));
      },
    };
  },
  saving(view) {
    const { name, phone, mobile, email } = contactEntries(view);
    const refused = refusalChoices.filter(({ value }) => refusedOf(view).includes(value));
    return savingView(EDIT_CONTACT_TITLE, [
      ['Name', name],
      ['Telephone', phone],
      ['Mobile', mobile],
      ['Email', email],
      ['Verified', isVerifiedIn(view) ? 'today' : ''],
      ['Still there', hasLeftOf(view) ? 'has left the company' : ''],
      ['Refused', refused.map(({ text }) => text).join(', ')],
      ['What shows that they did not', evidenceOf(view)],
    ]);
  },
  again(view) {
    const { debtorName, lastVerified } = memoryOf(view);
    const about = { debtorName, metadata: view.private_metadata };
    const filled = {
      ...contactEntries(view),
      refused: refusedOf(view),
      evidence: evidenceOf(view),
      hasLeft: hasLeftOf(view),
      verified: isVerifiedIn(view),
      ...(lastVerified && { lastVerified }),
    };
    return editContactModal(about, filled);
  },
};

function refusedOf(view: ViewOutput) {
  const ticked = stateOf(view).choices('refused');
  return refusalChoices.map(({ value }) => value).filter((value) => ticked.includes(value));
}

function hasLeftOf(view: ViewOutput) {
  return stateOf(view).choices(HAS_LEFT).length > 0;
}

function isVerifiedIn(view: ViewOutput) {
  return stateOf(view).choices(VERIFIED).length > 0;
}

function evidenceOf(view: ViewOutput) {
  return stateOf(view).text('evidence');
}

function refusalsOf(ticked: ReturnType<typeof refusedOf>) {
  return {
    refusedChannels: ticked.filter((value) => value !== 'all'),
    doNotContact: ticked.includes('all'),
  };
}

function memoryOf(view: ViewOutput) {
  return decodeMetadata(remembered, view.private_metadata);
}
