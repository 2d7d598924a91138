import { OVERRIDE_TITLE } from '../../../blocks/prompts/overrideModal.ts';
import { overrideCallLimit } from '../../useCases/limits/overrideCallLimit.ts';
import { sendReminder } from '../../useCases/notices/sendReminder.ts';
import { decodeMetadata } from '../metadata.ts';
import { requireMail } from '../requireMail.ts';
import { callLogFor } from './callLogFor.ts';
import { promptMemory } from './PromptMemory.ts';
import { reasonView } from './reasonView.ts';

/** A call is made in spite of a house limit: the call log comes next. */
export const overrideCall = reasonView(OVERRIDE_TITLE, async (request, { debtorId, reason }) => {
  const { deps, workspace, member, view, now } = request;
  const { form, promptId } = decodeMetadata(promptMemory, view.private_metadata);
  await overrideCallLimit(deps.db, { workspace, member, promptId, reason, key: `override:${form}`, now });
  return callLogFor(request, { debtorId, promptId, first: true });
});

/** A reminder is sent in spite of the house's distance between messages. */
export const overrideSend = reasonView(OVERRIDE_TITLE, async (request, { reason }) => {
  const { deps, workspace, member, view, now } = request;
  requireMail(deps);
  const { form, promptId } = decodeMetadata(promptMemory, view.private_metadata);
  const override = { reason, key: `override:${form}` };
  const { said } = await sendReminder(deps.db, { workspace, promptId, member, override, now });
  return said;
});
