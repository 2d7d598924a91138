import type { types } from '@slack/bolt';
import type { CallLogEntries, CallLogForm } from '../../../blocks/calls/CallLogForm.ts';
import { callLogView } from '../../../blocks/calls/callLogView.ts';
import { isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { CallLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import type { Asker } from '../Asker.ts';
import { encodeMetadata } from '../metadata.ts';

/** The call log that asks for the account first; what is known already is kept. Throws DulyError for members who may not log. */
export function callLogWithoutAccount(
  { workspace, member, now }: Asker,
  { entries, candidates }: { entries: CallLogEntries; candidates?: CallLogForm['candidates'] },
): types.ModalView {
  requireMay(member, 'log_activity');
  const memory: CallLogMemory = {
    form: newId('call'),
    today: isoDay(todayOf(workspace, now)),
    locale: member.locale,
    currency: '',
    open: {},
  };
  const metadata = encodeMetadata(memory);
  return callLogView({ metadata, candidates, contacts: [], invoices: [], currency: '', entries });
}
