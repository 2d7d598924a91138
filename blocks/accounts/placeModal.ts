import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const PLACE_TITLE = 'Where they live';

/** The form that corrects where a customer lives; country and region as typed. */
export function placeModal(form: {
  readonly debtorName: string;
  readonly country: string;
  readonly region: string;
  readonly metadata: string;
}): types.ModalView {
  const { debtorName, country, region, metadata } = form;
  return modal({
    callbackId: 'place',
    title: PLACE_TITLE,
    submit: 'Save',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`Where *${debtorName}* lives decides the hours in which they are called, their holidays, and which law holds.`,
      ),
      input({
        blockId: 'country',
        label: 'Country',
        hint: 'Two letters, such as GB, DE or US.',
        element: textInput({ actionId: 'country', initial: country, maxLength: 2 }),
      }),
      input({
        blockId: 'region',
        label: 'Region',
        optional: true,
        hint: 'Its name or code, such as Bavaria or CA.',
        element: textInput({ actionId: 'region', initial: region, maxLength: 60 }),
      }),
    ],
  });
}
