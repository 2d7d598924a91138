import {
  channelChoices,
  IS_ANSWER,
  IS_VALIDATION_NOTICE,
  NOBODY_ON_FILE,
  WRITTEN_TITLE,
} from '../../../blocks/prompts/writtenModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { logWritten } from '../../useCases/written/logWritten.ts';
import { writtenChannels } from '../../useCases/written/WrittenLog.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** A message is not always written for a prompt. */
const writtenMemory = promptMemory.partial({ promptId: true });

/** What a member wrote to a customer themselves. */
export const writtenLog: ViewHandler = {
  check(view, now) {
    const { choice, choices, instant, text } = stateOf(view);
    const at = instant('at');
    const channel = writtenChannels.find((known) => known === choice('channel'));
    const errors: Record<string, string> = {};
    if (!channel) errors.channel = 'Choose what you wrote.';
    if (!at) errors.at = 'Choose the day and the time.';
    else if (at > now) errors.at = 'That is still to come: log it once it was sent.';
    if (!at || !channel || Object.keys(errors).length > 0) return { errors };
    return {
      async save(request) {
        const { deps, workspace, member } = request;
        const { form, promptId, debtorId } = decodeMetadata(writtenMemory, view.private_metadata);
        const who = choice('who');
        const written = {
          ...{ debtorId, channel, at, promptId },
          contactId: who === NOBODY_ON_FILE ? undefined : who,
          isAnswer: choices('answer').includes(IS_ANSWER),
          isValidationNotice: choices('validation').includes(IS_VALIDATION_NOTICE),
          notes: text('notes') || undefined,
        };
        const key = `written:${form}`;
        await showLogged(
          request,
          await logWritten(deps.db, { workspace, member, written, key, now: request.now }),
        );
      },
    };
  },
  saving(view) {
    const { choice, text } = stateOf(view);
    const wrote = channelChoices.find(({ value }) => value === choice('channel'))?.text ?? '';
    return savingView(WRITTEN_TITLE, [
      ['You wrote', wrote],
      ['Words', text('notes')],
    ]);
  },
  again: refilled,
};
