import { NEW_STATUTE } from '../../../blocks/settings/interestModal.ts';
import { STATUTE_TITLE, statuteModal } from '../../../blocks/settings/statuteModal.ts';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import type { ActionHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { interestMemory } from '../views/interestMemory.ts';
import { statuteView } from '../views/statuteForm.ts';

/** The form for a row of late-payment law, over the window of interest; the value is the row's id, or `new`. */
export const openStatute: ActionHandler = {
  opens: STATUTE_TITLE,
  async run({ deps, workspace, member, value, now, body, viewId = '', showView }) {
    requireMay(member, 'manage');
    const behind = decodeMetadata(interestMemory, body.view?.private_metadata ?? '');
    const loaded = await loadInterestTerms(deps.db, { workspace, now });
    const id = value === NEW_STATUTE ? undefined : value;
    const view = statuteView(loaded, { id, behind, now });
    if (!view)
      throw new DulyError(
        'statute_gone',
        `statute ${value} of ${workspace.id}`,
        'This row was taken away meanwhile. Open the window behind this one again to see which there are.',
      );
    await showView(viewId, statuteModal(view));
  },
};
