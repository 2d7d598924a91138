import { join } from '../../../blocks/join.ts';
import { message } from '../../../blocks/message.ts';
import { applyHeldImport, discardHeldImport } from '../../useCases/ledger/decideHeldImport.ts';
import type { ActionHandler } from '../handlers.ts';

/** A manager has an import applied that was held back; the value is its id and the seal of the reasons shown. */
export const heldImportApply: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const [importId = '', seal = ''] = value.split('|');
    const said = await applyHeldImport(deps.db, { workspace, member, importId, seal, now });
    deps.wake();
    await answer(message({ text: join(said) }));
  },
};

/** A manager discards an import that was held back; the value is its id. */
export const heldImportDiscard: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await discardHeldImport(deps.db, { workspace, member, importId: value, now });
    deps.wake();
    await answer(message({ text }));
  },
};
