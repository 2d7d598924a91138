import type { ViewOutput } from '@slack/bolt';
import { PLAN_TITLE } from '../../../blocks/agreements/planModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { formatMoney } from '../../core/money.ts';
import { logPlan } from '../../useCases/plans/logPlan.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { planMemory } from './PlanMemory.ts';
import { showLogged } from './showLogged.ts';

/** The schedule was looked at, and the plan is saved. */
export const planSchedule: ViewHandler = {
  check(view) {
    const { form, debtorId, call: callId, contact: contactId, notes, words } = memoryOf(view);
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const about = { workspace, member, debtorId, key: `form:${form}`, now };
        await showLogged(request, await logPlan(deps.db, { ...about, callId, contactId, notes, words }));
      },
    };
  },
  saving(view) {
    const { notes = '', words } = memoryOf(view);
    return savingView(PLAN_TITLE, [
      ['Amount', formatMoney(words.amount, words.currency, 'en-GB')],
      ['Instalments', String(words.count)],
      ['From', words.on],
      ['Notes', notes],
    ]);
  },
  again: refilled,
};

function memoryOf(view: ViewOutput) {
  return decodeMetadata(planMemory, view.private_metadata);
}
