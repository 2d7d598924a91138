import { RECALL_TITLE } from '../../../blocks/accounts/recallModal.ts';
import { recallHandOff } from '../../useCases/handOffs/recallHandOff.ts';
import { reasonView } from './reasonView.ts';

/** A case is taken back from an agency or court. */
export const recall = reasonView(RECALL_TITLE, ({ deps, workspace, member, now }, given) =>
  recallHandOff(deps.db, { workspace, member, ...given, now }),
);
