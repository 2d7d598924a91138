import type { types } from '@slack/bolt';
import { replyModal } from '../../../blocks/prompts/replyModal.ts';
import { newId } from '../../core/newId.ts';
import { peopleThere } from '../../useCases/contacts/peopleThere.ts';
import { awaitsConfirmation } from '../../useCases/promises/awaitsConfirmation.ts';
import { lastMails } from '../../useCases/replies/lastMails.ts';
import type { Asker } from '../Asker.ts';
import { encodeMetadata } from '../metadata.ts';

/** The form for what a customer wrote back, or who has left, or that our mail came back: the last one, unless another is chosen. */
export async function replyFor(
  { deps, workspace }: Pick<Asker, 'deps' | 'workspace'>,
  about: {
    readonly debtorId: string;
    readonly debtorName: string;
    readonly promptId?: string;
    readonly words?: string;
  },
): Promise<types.ModalView> {
  const { debtorId, debtorName, promptId, words } = about;
  const account = { workspaceId: workspace.id, debtorId };
  const mails = await lastMails(deps.db, { workspace, debtorId });
  return replyModal({
    debtorName,
    asksWhoPays: await awaitsConfirmation(deps.db, account),
    people: await peopleThere(deps.db, account),
    mails: mails.map(({ id: value, text, description }) => ({ value, text, description })),
    ...(words && { words }),
    metadata: encodeMetadata({ form: newId(), debtorId, ...(promptId && { promptId }) }),
  });
}
