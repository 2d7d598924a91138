import { IMPORT_TITLE } from '../../../blocks/imports/importModal.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ActionHandler } from '../handlers.ts';
import { importView } from '../importView.ts';

/** Opens the window in which a dropped file is imported; the value is the channel and the file's id. */
export const importFile: ActionHandler = {
  opens: IMPORT_TITLE,
  async run(request) {
    const { member, value, viewId = '', showView } = request;
    requireMay(member, 'import_ledger');
    const [channel = '', fileId = ''] = value.split('|');
    await showView(viewId, await importView(request, { channel, fileId }));
  },
};
