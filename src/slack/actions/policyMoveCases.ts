import { SIMULATION_TITLE } from '../../../blocks/policies/simulationModal.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { moveRunningCases } from '../../useCases/policies/moveRunningCases.ts';
import type { ActionHandler } from '../handlers.ts';

/** All running cases go on by what was simulated. */
export const policyMoveCases: ActionHandler = {
  async run({ deps, workspace, member, value, body, now, showView }) {
    const moved = await moveRunningCases(deps.db, { workspace, member, versions: value, now });
    deps.wake();
    const said =
      moved === 0
        ? 'No running case was left to move.'
        : `Running cases moved: ${moved}. They are looked at again now; who moved them is on record.`;
    await showView(body.view?.id ?? '', sentenceView(SIMULATION_TITLE, said));
  },
};
