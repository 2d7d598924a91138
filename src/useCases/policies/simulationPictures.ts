import { addDays } from '../../core/day.ts';
import type { SimulatedFigures } from '../../core/SimulationTally.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Picture } from '../../reports/Picture.ts';
import { renderLoadChart } from '../../reports/renderLoadChart.ts';
import type { Simulation } from './simulateLedger.ts';

/** The tasks of each member on each business day, as a picture a policy: as it is, and changed where that was simulated. */
export async function simulationPictures(
  simulation: Simulation,
  workspace: WorkspaceContext,
): Promise<{ title: string; picture: Picture }[]> {
  const { asIs, changed } = simulation;
  const pictures = [];
  for (const [under, figures] of [
    ['the policies as they are', asIs],
    ['the changed policies', changed],
  ] as const) {
    const picture = figures && (await pictureOf(simulation, workspace, under, figures));
    if (picture) pictures.push({ title: `Tasks a day under ${under}`, picture });
  }
  return pictures;
}

function pictureOf(
  { from, days, members }: Simulation,
  { calendar, locale }: WorkspaceContext,
  under: string,
  { load }: SimulatedFigures,
): Promise<Picture> | undefined {
  const all = Array.from({ length: days }, (_, index) => index);
  const shown = all.filter(
    (index) =>
      calendar.isOpen(addDays(from, index)) || [...load.values()].some((counts) => (counts[index] ?? 0) > 0),
  );
  const rows = [...load]
    .map(([id, counts]) => ({
      name: members.get(id)?.name ?? 'Somebody',
      capacity: members.get(id)?.capacity ?? 0,
      counts: shown.map((index) => counts[index] ?? 0),
    }))
    .sort((a, b) => total(b.counts) - total(a.counts));
  if (rows.length === 0) return undefined;
  return renderLoadChart({ under, locale, days: shown.map((index) => addDays(from, index)), members: rows });
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
