import { z } from 'zod';
import { COPY_TITLE } from '../../../blocks/imports/copyModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { requireMay } from '../../core/permissions.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { keepCopy } from '../../useCases/invoiceCopies/keepCopy.ts';
import { readCopy } from '../../useCases/invoiceCopies/readCopy.ts';
import { updateDroppedFile } from '../../useCases/ledger/showDroppedFile.ts';
import { droppedFile } from '../droppedFile.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const memory = z.object({ channel: z.string(), fileId: z.string() });

/** Submitted: which invoice a dropped PDF is the copy of. It is kept for that one alone, and said so where it was dropped. */
export const copyInvoice: ViewHandler = {
  check(view) {
    const { channel, fileId } = decodeMetadata(memory, view.private_metadata);
    const invoiceId = stateOf(view).choice('invoice');
    return {
      async save({ deps, workspace, member, client, now, showView }) {
        requireMay(member, 'keep_copy');
        const file = await readCopy(await droppedFile(client, fileId));
        const workspaceId = workspace.id;
        const keeping = {
          workspaceId,
          invoiceId,
          file,
          memberId: member.id,
          instead: true,
          today: todayOf(workspace, now),
          now,
        };
        const { said } = await keepCopy(deps.db, keeping);
        const value = `${channel}|${fileId}`;
        const next = { value, text: 'It is another invoice…', actionId: 'copy_invoice' };
        const shown = { fileName: file.name, sentences: said, next };
        await updateDroppedFile(deps.db, { workspaceId, channel, fileId, now }, shown);
        deps.wake();
        await showView(sentenceView(COPY_TITLE, ...said));
      },
    };
  },
  saving: () => savingView(COPY_TITLE, []),
  again: refilled,
};
