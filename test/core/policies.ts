import fc from 'fast-check';
import { noticeStages } from '../../src/core/noticeStage.ts';
import { type Policy, type Rung, readPolicy } from '../../src/core/policy.ts';

const BUILT_IN = [...noticeStages.slice(0, 3), 'commitment_call', ...noticeStages.slice(3), 'hand_off'];
const kindOf = (key: string): Rung['kind'] =>
  key === 'hand_off' ? 'task' : key === 'commitment_call' ? 'contact' : 'written';

/** Policies of the built-in stages or some of them, a team's own among them, each waiting for nothing or for one of those before it; not each of them can be switched on. */
export const policies: fc.Arbitrary<Policy> = fc
  .array(
    fc.record({
      builtIn: fc.boolean(),
      kind: fc.constantFrom<Rung['kind']>('written', 'contact', 'task'),
      gap: fc.integer({ min: 1, max: 20 }),
      harsh: fc.boolean(),
      approved: fc.boolean(),
      deadline: fc.boolean(),
      oneClick: fc.boolean(),
      /** how many places before it stands what it needs; 0: nothing */
      needs: fc.constantFrom(0, 1, 1, 1, 2),
      gapDays: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn): Policy => {
    let [day, at] = [-10, 0];
    const rungs: object[] = [];
    for (const {
      builtIn,
      kind: ownKind,
      gap,
      harsh,
      approved,
      deadline,
      oneClick,
      needs,
      gapDays,
    } of drawn) {
      const known = builtIn ? BUILT_IN[at++] : undefined;
      const key = known ?? `own_${'abcdefghijkl'[rungs.length]}`;
      const kind = known ? kindOf(known) : ownKind;
      const names = kind === 'written' && (deadline || key === 'final_notice' || key === 'demand_letter');
      const approves = key === 'hand_off' || key === 'demand_letter' || (kind === 'written' && approved);
      const need = (rungs as { key: string; deadlineDays?: number }[])[rungs.length - needs];
      day += gap;
      rungs.push({
        key,
        kind,
        day,
        harsh,
        oneClick,
        posted: key === 'demand_letter',
        approvedBy: approves ? ['manager'] : [],
        ...(names && { deadlineDays: 30 }),
        ...(need && {
          gate: {
            needs: [need.key],
            businessDays: gapDays,
            deadlinePassed: need.deadlineDays !== undefined && deadline,
          },
        }),
      });
    }
    return readPolicy({ key: 'own', name: 'Own', rungs });
  });
