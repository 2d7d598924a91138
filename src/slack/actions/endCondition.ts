import { END_CONDITION_TITLE, endConditionModal } from '../../../blocks/agreements/endConditionModal.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { conditionForForm } from '../../useCases/conditions/conditionForForm.ts';
import { mayEndCondition } from '../../useCases/conditions/endCondition.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks why a condition does not hold any more; the value is the condition's id. */
export const endCondition: ActionHandler = {
  opens: END_CONDITION_TITLE,
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    const { locale } = member;
    const found = await conditionForForm(deps.db, { workspace, conditionId: value, locale, now });
    const { debtorId, kind, account, about } = found;
    requireMay(member, mayEndCondition(kind));
    const metadata = encodeMetadata({ form: newId('end'), conditionId: value, debtorId });
    await showView(viewId, endConditionModal({ account, about, metadata }));
  },
};
