import { requireMay } from '../../core/permissions.ts';
import { type AccountFormName, accountForms } from '../forms/accountForms.ts';
import type { ActionHandler } from '../handlers.ts';

/** Opens a form of an account; the value is the debtor's id. */
export function openForm(name: AccountFormName): ActionHandler {
  const form = accountForms[name];
  return {
    opens: form.title,
    async run(request) {
      const { member, value, viewId = '', showView } = request;
      requireMay(member, form.act);
      await showView(viewId, await form.open({ ...request, debtorId: value, named: '', words: '' }));
    },
  };
}
