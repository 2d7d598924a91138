import { WRITE_OFF_TITLE } from '../../../blocks/agreements/writeOffModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { logAgreement } from '../../useCases/agreements/logAgreement.ts';
import { invoiceOption } from '../../useCases/calls/invoiceOption.ts';
import { proposeWriteOff } from '../../useCases/writeOffs/proposeWriteOff.ts';
import type { ViewHandler } from '../handlers.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** A submitted proposal to write something off. */
export const writeOff: ViewHandler = {
  check(view) {
    const { text, choice } = stateOf(view);
    const { debtorId, key } = formMemory(view);
    const reason = text('reason');
    if (reason === '') return { errors: { reason: 'Why is it no longer expected? A few words are enough.' } };
    const invoiceId = invoiceOption.read(choice('invoice'))?.id;
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const about = { workspace, member, debtorId, key, now };
        const logging = { ...about, outcome: 'write_off_proposed' as const, notes: reason };
        const words = { reason, ...(invoiceId && { invoiceIds: [invoiceId] }) };
        const logged = await logAgreement(deps.db, logging, async (tx, recording) => ({
          said: await proposeWriteOff(tx, recording, words),
        }));
        await showLogged(request, logged);
      },
    };
  },
  saving: (view) => savingView(WRITE_OFF_TITLE, [['Why', stateOf(view).text('reason')]]),
  again: refilled,
};
