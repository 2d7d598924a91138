import type { types } from '@slack/bolt';
import { callLogView } from '../../../blocks/calls/callLogView.ts';
import { requireMay } from '../../core/permissions.ts';
import { type CallLogLoading, loadCallLogForm } from '../../useCases/calls/loadCallLogForm.ts';
import type { Asker } from '../Asker.ts';
import { encodeMetadata } from '../metadata.ts';

/** The call log for one account. Throws DulyError for members who may not log, and for unknown accounts. */
export async function callLogFor(
  { deps, workspace, member, now }: Asker,
  about: Omit<CallLogLoading, 'workspace' | 'member' | 'now'>,
): Promise<types.ModalView> {
  requireMay(member, 'log_activity');
  const { memory, form } = await loadCallLogForm(deps.db, { workspace, member, now, ...about });
  return callLogView({ ...form, metadata: encodeMetadata(memory) });
}
