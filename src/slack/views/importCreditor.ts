import { CREDITOR_TITLE } from '../../../blocks/imports/creditorModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ViewHandler } from '../handlers.ts';
import { importView } from '../importView.ts';
import { decodeMetadata } from '../metadata.ts';
import { importMemory } from './importMemory.ts';
import { stateOf } from './stateOf.ts';

/** Submitted: for which creditor a dropped file is. What it would change is shown next. */
export const importCreditor: ViewHandler = {
  check(view) {
    const creditorId = stateOf(view).choice('creditor');
    return {
      async save(request) {
        const { member, showView } = request;
        requireMay(member, 'import_ledger');
        const memory = decodeMetadata(importMemory, view.private_metadata);
        await showView(await importView(request, { ...memory, creditorId }));
      },
    };
  },
  saving: () => savingView(CREDITOR_TITLE, []),
  again: refilled,
};
