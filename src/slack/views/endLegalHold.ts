import { END_LEGAL_HOLD_TITLE } from '../../../blocks/accounts/endLegalHoldModal.ts';
import { endLegalHold as end } from '../../useCases/records/endLegalHold.ts';
import { reasonView } from './reasonView.ts';

/** The records of an account need not be kept any longer. */
export const endLegalHold = reasonView(END_LEGAL_HOLD_TITLE, ({ deps, workspace, member, now }, given) =>
  end(deps.db, { workspace, member, ...given, now }),
);
