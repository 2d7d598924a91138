import { inLadderOrder } from '../../core/inLadderOrder.ts';
import type { SimulatedFigures } from '../../core/SimulationTally.ts';
import { countOf } from '../digests/countOf.ts';
import { simulatedStage as stage } from './simulatedStage.ts';
import type { Simulation } from './simulateLedger.ts';

export interface SimulationLines {
  readonly headline: string;
  /** what would be asked of the team, a line a figure; both numbers where two are compared */
  readonly figures: readonly string[];
  /** who would stand elsewhere */
  readonly moves: readonly string[];
  /** the leading accounts among them, by name; how many others stand in `simulationCsv` */
  readonly accounts: readonly string[];
  /** what was assumed */
  readonly caveat: string;
}

const MOST_MOVES = 12;
const MOST_NAMED = 10;

/** A simulation in words. Names of accounts stand in it as they were typed: whoever shows it escapes them. */
export function simulationLines(simulation: Simulation): SimulationLines {
  const { asIs, changed, days, accounts, drafts, otherPolicy } = simulation;
  const compared = changed
    ? ` Against today’s policies ${drafts.length > 0 ? `the drafts (${drafts.join(', ')}) with all running cases moved` : 'all running cases moved to the active versions'}: ${countOf(otherPolicy, 'account')} under another policy.`
    : drafts.length > 0
      ? ' No account is under a policy that is being changed: the drafts make no difference.'
      : '';
  return {
    headline: `The next ${days} days of ${countOf(accounts, 'open account')}.${compared}`,
    figures: figuresOf(asIs, changed),
    moves: movesOf(simulation),
    accounts: accountsOf(simulation),
    caveat:
      'Assumed: every step is done as it comes, approvals are given, no money and no answer arrives, promises break, nobody is away. Not counted: statements at month end, reminders of promises, recording a letter’s posting and setting a credit hold. Nothing was written.',
  };
}

function accountsOf({ moved }: Simulation): string[] {
  const more = moved.length - MOST_NAMED;
  const named = moved
    .slice(0, MOST_NAMED)
    .map(
      ({ name, from, to, tasks }) =>
        `${name}: ${from === to ? stage(to) : `${stage(from)} → ${stage(to)}`} (${tasks[0]} → ${countOf(tasks[1], 'task')})`,
    );
  return more > 0 ? [...named, `and ${countOf(more, 'other account')}: the file names them all`] : named;
}

function figuresOf(asIs: SimulatedFigures, changed: SimulatedFigures | undefined): string[] {
  const line = (name: string, count: (figures: SimulatedFigures) => number) =>
    changed ? `${name}: ${count(asIs)} → ${count(changed)}` : `${name}: ${count(asIs)}`;
  const stages = inLadderOrder(new Set([...asIs.taken.keys(), ...(changed?.taken.keys() ?? [])]));
  const nobody = asIs.nobody + (changed?.nobody ?? 0);
  return [
    line('Messages written', ({ written }) => written),
    line('Calls', ({ calls }) => calls),
    line('Other tasks', ({ tasks }) => tasks),
    line('Approvals asked', ({ approvals }) => approvals),
    ...(nobody > 0 ? [line('Tasks that nobody could be asked to do', (figures) => figures.nobody)] : []),
    ...stages.map((key) => line(stage(key), ({ taken }) => taken.get(key) ?? 0)),
  ];
}

function movesOf({ asIs, changed, moves }: Simulation): string[] {
  if (!changed) {
    return inLadderOrder(asIs.standing.keys()).map(
      (key) => `${stage(key)}: ${countOf(asIs.standing.get(key) ?? 0, 'account')}`,
    );
  }
  const more = moves.length - MOST_MOVES;
  return [
    ...moves
      .slice(0, MOST_MOVES)
      .map(({ from, to, accounts }) => `${stage(from)} → ${stage(to)}: ${countOf(accounts, 'account')}`),
    ...(more > 0 ? [`and ${more} other ways`] : []),
    ...(moves.length === 0 ? ['Nobody would stand at another stage in the end.'] : []),
  ];
}
