import { WRITE_OFF_BACK_TITLE } from '../../../blocks/accounts/writeOffBackModal.ts';
import { newId } from '../../core/newId.ts';
import { takeBackWriteOffs } from '../../useCases/writeOffs/takeBackWriteOffs.ts';
import { reasonView } from './reasonView.ts';

/** What was agreed to be written off is collected again. */
export const writeOffBack = reasonView(
  WRITE_OFF_BACK_TITLE,
  async ({ deps, workspace, member, now }, { debtorId, reason }) => {
    const logging = { workspace, member, debtorId, reason, key: newId(), now };
    const { said } = await takeBackWriteOffs(deps.db, logging);
    return said.join(' ');
  },
);
