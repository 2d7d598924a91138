import { expect, test } from 'vitest';
import type { SimulatedFigures } from '../../src/core/SimulationTally.ts';
import type { SimulatedDebtor } from '../../src/core/simulateDebtor.ts';
import { SimulatedMoves } from '../../src/useCases/policies/SimulatedMoves.ts';
import { simulationCsv } from '../../src/useCases/policies/simulationCsv.ts';
import { simulationLines } from '../../src/useCases/policies/simulationLines.ts';
import { facts, invoice } from '../core/ladder.ts';

const figures: SimulatedFigures = {
  taken: new Map(),
  standing: new Map(),
  ...{ written: 0, calls: 0, tasks: 0, approvals: 0, nobody: 0 },
  load: new Map(),
};
const at = (stage: string): SimulatedDebtor => ({ stage, tasks: [] });

test.each([
  [10, undefined],
  [13, 'and 3 other accounts'],
])(
  '%i accounts that would move are all in the file, and the window says how many it does not name',
  (many, more) => {
    const moves = new SimulatedMoves();
    for (let index = 0; index < many; index += 1) {
      const owed = { outstanding: BigInt(100_000 + index), amount: BigInt(100_000 + index) };
      moves.add({
        account: `C-${index}`,
        name: `Customer ${index}`,
        facts: facts({ invoices: [invoice('1', '2026-09-01', owed)] }),
        before: at('chase'),
        after: at('firm_notice'),
      });
    }
    const simulation = {
      ...{
        from: 0,
        days: 30,
        accounts: many,
        asIs: figures,
        changed: figures,
        drafts: [],
        otherPolicy: many,
      },
      ...{ members: new Map(), moves: moves.byStage(), moved: moves.byDebt(), movable: many, versions: '' },
    } as unknown as Parameters<typeof simulationLines>[0];
    const { accounts } = simulationLines(simulation);
    expect(accounts[0]).toContain(`Customer ${many - 1}`);
    expect(accounts).toHaveLength(more ? 11 : 10);
    if (more) expect(accounts.at(-1)).toContain(more);
    const rows = simulationCsv(simulation)?.trim().split('\r\n').slice(1) ?? [];
    expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual(
      Array.from({ length: many }, (_, index) => [`C-${many - 1 - index}`, `Customer ${many - 1 - index}`]),
    );
  },
);
