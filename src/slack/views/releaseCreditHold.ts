import { RELEASE_TITLE } from '../../../blocks/accounts/releaseModal.ts';
import { releaseCreditHold as release } from '../../useCases/creditHolds/releaseCreditHold.ts';
import { reasonView } from './reasonView.ts';

/** A credit hold was released in the order system. */
export const releaseCreditHold = reasonView(RELEASE_TITLE, ({ deps, workspace, member, now }, given) =>
  release(deps.db, { workspace, member, ...given, now }),
);
