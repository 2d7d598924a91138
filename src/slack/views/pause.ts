import { PAUSE_TITLE } from '../../../blocks/agreements/pauseModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { dayOf } from '../../core/day.ts';
import { holdProblem } from '../../core/holdProblem.ts';
import { logAgreement } from '../../useCases/agreements/logAgreement.ts';
import { invoiceOption } from '../../useCases/calls/invoiceOption.ts';
import { placeHold } from '../../useCases/holds/placeHold.ts';
import type { ViewHandler } from '../handlers.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** A submitted pause. */
export const pause: ViewHandler = {
  check(view) {
    const { day, text, choice } = stateOf(view);
    const { memory, debtorId, key } = formMemory(view);
    const errors: Record<string, string> = {};
    const [until, from] = [day('until'), day('from') || memory.today];
    const reason = text('reason');
    if (reason === '') errors.reason = 'Why does it rest? A few words are enough.';
    if (until === '') errors.until = 'Until when? A pause ends by itself.';
    else {
      const days = { fromOn: dayOf(from), untilOn: dayOf(until) };
      const problem = holdProblem(days, dayOf(memory.today), memory.locale);
      if (problem) errors[problem.at] = problem.sentence;
    }
    if (Object.keys(errors).length > 0) return { errors };
    const invoiceId = invoiceOption.read(choice('invoice'))?.id;
    const words = { reason, from: dayOf(from), until: dayOf(until), invoiceId };
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const logging = { workspace, member, debtorId, key, now, outcome: 'paused' as const, notes: reason };
        const logged = await logAgreement(deps.db, logging, async (tx, recording) => ({
          said: await placeHold(tx, recording, words),
        }));
        await showLogged(request, logged);
      },
    };
  },
  saving(view) {
    const { day, text } = stateOf(view);
    return savingView(PAUSE_TITLE, [
      ['From', day('from')],
      ['Until', day('until')],
      ['Why', text('reason')],
    ]);
  },
  again: refilled,
};
