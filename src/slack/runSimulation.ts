import { SIMULATION_TITLE, simulationModal } from '../../blocks/policies/simulationModal.ts';
import { sentenceView } from '../../blocks/views/sentenceView.ts';
import { newId } from '../core/newId.ts';
import { requireMay } from '../core/permissions.ts';
import { enqueue } from '../delivery/enqueue.ts';
import { type Simulation, simulateLedger } from '../useCases/policies/simulateLedger.ts';
import { simulationCsv } from '../useCases/policies/simulationCsv.ts';
import { simulationLines } from '../useCases/policies/simulationLines.ts';
import { simulationPictures } from '../useCases/policies/simulationPictures.ts';
import type { Asker } from './Asker.ts';
import type { CommandRequest } from './handlers.ts';

/** The window is told how far it is so often. */
const SHOWN_STEPS = 10;

/** Simulates into an open window: how far it is, then what came of it; the pictures and the list of accounts go into the direct message. */
export async function runSimulation(
  asker: Asker & Pick<CommandRequest, 'showView'>,
  viewId: string,
): Promise<void> {
  const { deps, workspace, member, now, showView } = asker;
  requireMay(member, 'manage');
  let shown = 0;
  const simulation = await simulateLedger(deps.db, {
    workspace,
    now,
    async progress(done, all) {
      const step = Math.floor((done / Math.max(1, all)) * SHOWN_STEPS);
      if (done >= all || step <= shown) return;
      shown = step;
      await showView(viewId, sentenceView(SIMULATION_TITLE, `${done} of ${all} accounts are simulated …`));
    },
  });
  const pictured = await sendFiles(asker, simulation);
  const { movable, versions, drafts } = simulation;
  const moves = movable > 0 && drafts.length === 0 ? { cases: movable, versions } : undefined;
  await showView(viewId, simulationModal({ ...simulationLines(simulation), pictured, movable: moves }));
}

/** The pictures, and every account that would move, into the direct message. */
async function sendFiles({ deps, workspace, member, now }: Asker, simulation: Simulation): Promise<boolean> {
  const pictures = await simulationPictures(simulation, workspace);
  const accounts = simulationCsv(simulation);
  const files = [
    ...pictures.map(({ title, picture: { png, altText } }, index) => ({
      ...{ filename: `simulation-${index + 1}.png`, title, altText },
      contentBase64: png.toString('base64'),
    })),
    ...(accounts === undefined
      ? []
      : [
          {
            ...{ filename: 'simulation-accounts.csv', title: 'Every account that would move' },
            contentBase64: Buffer.from(accounts).toString('base64'),
          },
        ]),
  ];
  const id = newId();
  await deps.db.transaction(async (tx) => {
    for (const [index, file] of files.entries()) {
      const to = { kind: 'slack_file' as const, channel: member.slackUserId, text: file.title };
      const key = `simulation:${id}:${index}`;
      await enqueue(tx, { workspaceId: workspace.id, key, payload: { ...to, ...file } }, now);
    }
  });
  deps.wake();
  return pictures.length > 0;
}
