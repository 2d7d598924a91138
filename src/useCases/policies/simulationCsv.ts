import { csv } from '../../reports/csv.ts';
import { simulatedStage } from './simulatedStage.ts';
import type { Simulation } from './simulateLedger.ts';

/** Every account that would stand elsewhere, or be asked for other things, as a CSV file, those that owe most first; undefined where there is none. */
export function simulationCsv({ moved }: Simulation): string | undefined {
  if (moved.length === 0) return undefined;
  return csv(
    ['Account', 'Name', 'Stage today', 'Stage changed', 'Tasks today', 'Tasks changed'],
    moved.map(({ account, name, from, to, tasks }) => [
      account,
      name,
      simulatedStage(from),
      simulatedStage(to),
      tasks[0],
      tasks[1],
    ]),
  );
}
