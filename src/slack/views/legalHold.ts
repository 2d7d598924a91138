import { LEGAL_HOLD_TITLE } from '../../../blocks/accounts/legalHoldModal.ts';
import { setLegalHold } from '../../useCases/records/setLegalHold.ts';
import { reasonView } from './reasonView.ts';

/** The records of an account are to be kept. */
export const legalHold = reasonView(LEGAL_HOLD_TITLE, ({ deps, workspace, member, now }, given) =>
  setLegalHold(deps.db, { workspace, member, ...given, now }),
);
