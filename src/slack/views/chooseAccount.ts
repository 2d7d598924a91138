import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { requireMay } from '../../core/permissions.ts';
import { type AccountFormName, accountForms } from '../forms/accountForms.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({
  form: z.enum(Object.keys(accountForms) as [AccountFormName, ...AccountFormName[]]),
  words: z.string(),
});

/** The account was chosen: its form follows in the same window. */
export const chooseAccount: ViewHandler = {
  check(view) {
    const debtorId = stateOf(view).choice('debtor');
    if (!debtorId) return { errors: { debtor: 'Choose the account.' } };
    return {
      async save(request) {
        const { form: name, words } = memoryOf(view);
        const form = accountForms[name];
        requireMay(request.member, form.act);
        await request.showView(await form.open({ ...request, debtorId, named: '', words }));
      },
    };
  },
  saving: (view) => savingView(accountForms[memoryOf(view).form].title, []),
  again: refilled,
};

function memoryOf(view: ViewOutput) {
  return decodeMetadata(remembered, view.private_metadata);
}
