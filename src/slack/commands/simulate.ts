import { SIMULATION_TITLE } from '../../../blocks/policies/simulationModal.ts';
import { runSimulation } from '../runSimulation.ts';
import type { SubCommand } from './SubCommand.ts';

/** The next thirty days, with the policies as they are and as they are being changed. */
export const simulate: SubCommand = {
  help: {
    usage: 'simulate',
    does: 'The next 30 days on today’s ledger: who would stand where, what would be sent, each member’s tasks a day; changed policies against today’s. Nothing is written (managers).',
    examples: ['simulate'],
  },
  understands: (words) => words === '',
  opens: () => SIMULATION_TITLE,
  async run({ slash, ...asker }) {
    if (!slash?.viewId) return;
    await runSimulation({ ...asker, showView: slash.showView }, slash.viewId);
  },
};
