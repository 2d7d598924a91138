import { callLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import type { ActionHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { callLogEntries } from '../views/callLogEntries.ts';
import { callLogFor } from '../views/callLogFor.ts';

/**
 * Builds the call log anew once its account, its outcome or "Somebody else…" is chosen, with all that stands in it. A choice
 * that was overtaken by a newer one is left: what it would show is out of date.
 */
export const callLogChanged: ActionHandler = {
  async run(request) {
    const { view } = request.body;
    if (!view) return;
    const entries = callLogEntries(view);
    const { debtorId: known, promptId, form } = decodeMetadata(callLogMemory, view.private_metadata);
    const debtorId = known ?? entries.debtor;
    if (!debtorId) return;
    const about = { debtorId, promptId, entries, first: known === undefined, form };
    await request.showView(view.id, await callLogFor(request, about));
  },
};
