import type { ViewOutput } from '@slack/bolt';
import { PROMISE_TITLE } from '../../../blocks/agreements/promiseModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { logPromise } from '../../useCases/promises/logPromise.ts';
import type { ViewHandler } from '../handlers.ts';
import { callLogEntries } from './callLogEntries.ts';
import { checkPromise } from './checkPromise.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';

/** A submitted promise to pay. */
export const promise: ViewHandler = {
  check(view) {
    const entries = callLogEntries(view);
    const { memory, debtorId, key } = formMemory(view);
    const errors: Record<string, string> = {};
    const words = checkPromise(entries, memory, errors);
    if (!words) return { errors };
    const { contact: contactId, notes } = entries;
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const unconfirmed = entries.rightParty === 'no';
        const about = { debtorId, contactId, unconfirmed, notes, words };
        await showLogged(request, await logPromise(deps.db, { workspace, member, key, now, ...about }));
      },
    };
  },
  saving: (view) => savingView(PROMISE_TITLE, typed(view)),
  again: refilled,
};

function typed(view: ViewOutput): [string, string][] {
  const { amount = '', promisedOn = '', notes = '' } = callLogEntries(view);
  return [
    ['Amount', amount],
    ['By', promisedOn],
    ['Notes', notes],
  ];
}
