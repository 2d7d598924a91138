import { planModal } from '../../../blocks/agreements/planModal.ts';
import { describeLogged } from '../../useCases/calls/describeLogged.ts';
import { loadCallLogForm } from '../../useCases/calls/loadCallLogForm.ts';
import type { LoggedCall } from '../../useCases/calls/logCall.ts';
import type { ViewRequest } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';
import { showLogged } from './showLogged.ts';

/**
 * After a call in which instalments were agreed on, shows the form of the plan in its window, for whoever was spoken to. One call has one
 * plan, however often its form is saved. Where nothing is open, and for somebody who closed the window meanwhile, what was logged is shown.
 */
export async function showPlanOfCall(request: ViewRequest, logged: LoggedCall): Promise<void> {
  const { deps, workspace, member, now, showView } = request;
  const { activityId, debtorId } = logged;
  const call = await deps.db.prisma.activity.findFirstOrThrow({
    where: { id: activityId, workspaceId: workspace.id },
    select: { contactId: true },
  });
  const { form, memory } = await loadCallLogForm(deps.db, {
    ...{ workspace, member, debtorId, now, first: false, form: `plan:${activityId}` },
    entries: { outcome: 'promised', contact: call.contactId ?? undefined },
  });
  const { account } = form;
  if (!account || Object.keys(memory.open).length === 0) return showLogged(request, logged);
  const view = await describeLogged(deps.db, { workspace, member, logged, log: deps.log, now });
  const metadata = encodeMetadata({ ...memory, call: activityId });
  try {
    await showView(planModal({ ...form, account, metadata }, view));
    deps.wake();
  } catch (error) {
    deps.log.info({ err: error }, 'the window was closed before the form of the plan could be shown');
    await showLogged(request, logged);
  }
}
