import { join } from '../../../blocks/join.ts';
import { message } from '../../../blocks/message.ts';
import { undoImport } from '../../useCases/ledger/undoImport.ts';
import type { ActionHandler } from '../handlers.ts';

/** A manager takes an import back; the value is its id. */
export const importUndo: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const undoing = { workspace, member, importId: value, individuals: true, now };
    const { fileName, sentences } = await undoImport(deps.db, undoing);
    deps.wake();
    await answer(message({ text: join([`${fileName} is undone.`, ...sentences]) }));
  },
};
