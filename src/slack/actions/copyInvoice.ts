import { COPY_TITLE, copyModal } from '../../../blocks/imports/copyModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { fileNameOf } from '../fileNameOf.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks which invoice a dropped PDF is the copy of; the value is the channel and the file's id. */
export const copyInvoice: ActionHandler = {
  opens: COPY_TITLE,
  async run({ member, client, value, viewId = '', showView }) {
    requireMay(member, 'keep_copy');
    const [channel = '', fileId = ''] = value.split('|');
    const fileName = await fileNameOf(client, fileId);
    await showView(viewId, copyModal({ metadata: encodeMetadata({ channel, fileId }), fileName }));
  },
};
