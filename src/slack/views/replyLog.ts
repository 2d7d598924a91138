import { delayReasonChoices, rightPartyChoices } from '../../../blocks/calls/callChoices.ts';
import {
  NOT_ON_FILE,
  OF_PAYER,
  REPLY_TITLE,
  replyChoices,
  WHICH_MAIL,
  WHO_LEFT,
} from '../../../blocks/prompts/replyModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { delayReasons } from '../../core/delayReasons.ts';
import { isOfPerson, logReply, replyKinds } from '../../useCases/replies/logReply.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** A reply is not always an answer to a prompt. */
const replyMemory = promptMemory.partial({ promptId: true });

/** A reply of the customer, classified. */
export const replyLog: ViewHandler = {
  check(view) {
    const { choice, text } = stateOf(view);
    const kind = replyKinds.find((known) => known === choice('kind'));
    if (!kind) return { errors: { kind: 'Choose what they say.' } };
    const delayReason = delayReasons.find((known) => known === choice('delay_reason'));
    if (delayReason && !isOfPerson(kind)) {
      return {
        errors: { delay_reason: 'Nobody wrote back: leave the reason empty, or choose what they say.' },
      };
    }
    const ofPayer = choice(OF_PAYER);
    // the field is there when a promise waits for an answer of whoever pays
    if (kind === 'will_pay' && !ofPayer && view.state.values[OF_PAYER])
      return {
        errors: { [OF_PAYER]: 'Choose whether whoever pays wrote it: then it confirms what was promised.' },
      };
    const whoLeft = choice(WHO_LEFT);
    // the field is there when people are on file
    if (kind === 'left_company' && !whoLeft && view.state.values[WHO_LEFT])
      return { errors: { [WHO_LEFT]: 'Choose who has left: they are not written to or called any more.' } };
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const { form, promptId, debtorId } = decodeMetadata(replyMemory, view.private_metadata);
        const notes = text('notes') || undefined;
        const reply = {
          workspace,
          member,
          debtorId,
          promptId,
          kind,
          delayReason,
          ofPayer: ofPayer === 'yes',
          whoLeft: whoLeft && whoLeft !== NOT_ON_FILE ? whoLeft : undefined,
          mailId: choice(WHICH_MAIL) || undefined,
          notes,
          key: `reply:${form}`,
          now,
        };
        await showLogged(request, { ...(await logReply(deps.db, reply)), debtorId });
      },
    };
  },
  saving(view) {
    const { choice, text } = stateOf(view);
    const said = replyChoices.find(({ value }) => value === choice('kind'))?.text ?? '';
    return savingView(REPLY_TITLE, [
      ['They say', said],
      ['Decides on payment', rightPartyChoices.find(({ value }) => value === choice(OF_PAYER))?.text ?? ''],
      ['Reason', delayReasonChoices.find(({ value }) => value === choice('delay_reason'))?.text ?? ''],
      ['Words', text('notes')],
    ]);
  },
  again: refilled,
};
