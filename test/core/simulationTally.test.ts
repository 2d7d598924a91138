import { expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import type { MemberFact } from '../../src/core/rightPerson.ts';
import { SimulationTally } from '../../src/core/SimulationTally.ts';
import type { SimulatedTask } from '../../src/core/simulateDebtor.ts';

const monday = dayOf('2026-11-23');
const member = (id: string, known: Partial<MemberFact> = {}): MemberFact => ({
  id,
  role: 'collector',
  away: false,
  left: false,
  capacity: 40,
  promptsToday: 0,
  openPrompts: 0,
  ...known,
});
const task = (days: number, known: Partial<SimulatedTask> = {}): SimulatedTask => ({
  on: addDays(monday, days),
  stage: 'chase',
  mode: 'written',
  goesOn: false,
  asks: 'owner',
  needsApproval: false,
  ...known,
});

test('tasks go to the owner, without one to the collector who has the least that day, or to the role that is asked', () => {
  const members = [member('ann'), member('bob'), member('mia', { role: 'manager' })];
  const tally = new SimulationTally(members, monday, 3);
  tally.add({ ownerId: 'ann' }, { tasks: [task(0), task(0), task(2)], stage: 'chase' });
  tally.add({}, { tasks: [task(0), task(2), task(2)], stage: 'chase' });
  tally.add(
    { ownerId: 'ann' },
    { tasks: [task(1, { asks: 'manager', stage: 'hand_off', mode: 'task' })], stage: undefined },
  );
  const { load, taken, standing } = tally.figures();
  expect(Object.fromEntries(load)).toEqual({ ann: [2, 0, 2], bob: [1, 0, 1], mia: [0, 1, 0] });
  expect(Object.fromEntries(taken)).toEqual({ chase: 6, hand_off: 1 });
  expect(Object.fromEntries(standing)).toEqual({ chase: 2, none: 1 });
});

test('a step that goes on is work again, and no further step; what nobody can do is counted apart', () => {
  const tally = new SimulationTally([member('ann', { left: true })], monday, 3);
  const attempts = [
    task(0, { mode: 'call' }),
    task(1, { goesOn: true }),
    task(2, { mode: 'call', goesOn: true }),
  ];
  tally.add({}, { tasks: [...attempts, task(0, { needsApproval: true })], stage: 'commitment_call' });
  expect(tally.figures()).toMatchObject({ written: 2, calls: 2, tasks: 0, approvals: 1, nobody: 4 });
  expect(tally.figures().taken.get('chase')).toBe(2);
});
