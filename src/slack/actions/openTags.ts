import { TAGS_TITLE, tagsModal } from '../../../blocks/accounts/tagsModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { shownForm } from '../../core/shownForm.ts';
import { debtorOf } from '../../db/debtors.ts';
import { tagsInUse } from '../../useCases/policies/setTags.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens the form for the tags of an account; the value is the debtor's id. */
export const openTags: ActionHandler = {
  opens: TAGS_TITLE,
  async run({ deps, workspace, member, value, now, viewId = '', showView }) {
    requireMay(member, 'manage');
    const { id: debtorId, name: debtorName, tags } = await debtorOf(deps.db, workspace.id, value);
    const used = await tagsInUse(deps.db, workspace.id);
    const shown = shownForm(tags, now);
    const metadata = encodeMetadata({ debtorId, debtorName: debtorName.slice(0, 200), shown });
    await showView(viewId, tagsModal({ debtorName, used, tags: tags.join(', '), metadata }));
  },
};
