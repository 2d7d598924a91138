import { z } from 'zod';
import { TAGS_TITLE } from '../../../blocks/accounts/tagsModal.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { readTags } from '../../core/readTags.ts';
import { shownFormSchema } from '../../core/shownForm.ts';
import { setTags, tagsInUse } from '../../useCases/policies/setTags.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string(), debtorName: z.string(), shown: shownFormSchema });

/** The tags of an account, as submitted: written as the policies write them, and which policy follows is said. */
export const tags: ViewHandler = {
  check(view) {
    const typed = stateOf(view).text('tags');
    const plain = readTags(typed, []);
    if ('error' in plain) return { errors: { tags: plain.error } };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { debtorId, debtorName, shown } = decodeMetadata(remembered, view.private_metadata);
        const read = readTags(typed, await tagsInUse(deps.db, workspace.id));
        const wanted = 'tags' in read ? read.tags : plain.tags;
        const what = await setTags(deps.db, { workspace, member, debtorId, tags: wanted, shown, now });
        deps.wake();
        const carries = wanted.length > 0 ? `carries: ${wanted.join(', ')}` : 'carries no tag';
        await showView(sentenceView(TAGS_TITLE, mrkdwn`*${debtorName}* ${carries}. ${what}`));
      },
    };
  },
  saving: (view) => savingView(TAGS_TITLE, [['Tags', stateOf(view).text('tags')]]),
  again: refilled,
};
