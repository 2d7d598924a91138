import { RESUME_TITLE } from '../../../blocks/agreements/resumeModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { logAgreement } from '../../useCases/agreements/logAgreement.ts';
import { endHolds } from '../../useCases/holds/endHolds.ts';
import type { ViewHandler } from '../handlers.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** Submitted: pauses that end before their time. */
export const resume: ViewHandler = {
  check(view) {
    const { choices, text } = stateOf(view);
    const { debtorId, key } = formMemory(view);
    const holdIds = choices('holds');
    if (holdIds.length === 0) return { errors: { holds: 'Choose what ends.' } };
    const notes = text('notes') || undefined;
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const logging = { workspace, member, debtorId, key, now, outcome: 'resumed' as const, notes };
        const logged = await logAgreement(deps.db, logging, (tx, recording) =>
          endHolds(tx, recording, holdIds),
        );
        await showLogged(request, logged);
      },
    };
  },
  saving: (view) => savingView(RESUME_TITLE, [['Notes', stateOf(view).text('notes')]]),
  again: refilled,
};
