import { NOT_VALIDATED_TITLE } from '../../../blocks/accounts/notValidatedModal.ts';
import { newId } from '../../core/newId.ts';
import { takeBackValidation } from '../../useCases/written/takeBackValidation.ts';
import { reasonView } from './reasonView.ts';

/** What was logged as the validation notice was none. */
export const notValidated = reasonView(
  NOT_VALIDATED_TITLE,
  async ({ deps, workspace, member, now }, { debtorId, reason }) => {
    const logging = { workspace, member, debtorId, reason, key: newId(), now };
    const { said } = await takeBackValidation(deps.db, logging);
    return said.join(' ');
  },
);
