import type { Day } from './day.ts';
import type { DebtorFact } from './facts.ts';
import type { MemberFact } from './rightPerson.ts';
import type { SimulatedDebtor } from './simulateDebtor.ts';
import { TaskLoad } from './TaskLoad.ts';

/** What a policy would ask of the team over all debtors that were added. */
export interface SimulatedFigures {
  /** times that each stage was taken, by stage */
  readonly taken: ReadonlyMap<string, number>;
  /** debtors by the stage that they would stand at in the end; `none` before the first */
  readonly standing: ReadonlyMap<string, number>;
  /** messages written, calls and other tasks, requests for approval */
  readonly written: number;
  readonly calls: number;
  readonly tasks: number;
  readonly approvals: number;
  /** tasks that nobody could be asked to do */
  readonly nobody: number;
  /** tasks of each simulated day by member id */
  readonly load: ReadonlyMap<string, readonly number[]>;
}

/** Adds up simulated debtors. */
export class SimulationTally {
  readonly #taken = new Map<string, number>();
  readonly #standing = new Map<string, number>();
  readonly #modes = { written: 0, call: 0, task: 0 };
  readonly #load: TaskLoad;
  #approvals = 0;

  constructor(members: readonly MemberFact[], from: Day, days: number) {
    this.#load = new TaskLoad(members, from, days);
  }

  add(debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>, { tasks, stage }: SimulatedDebtor): void {
    for (const task of tasks) {
      this.#modes[task.mode] += 1;
      if (!task.goesOn) count(this.#taken, task.stage);
      if (task.needsApproval) this.#approvals += 1;
      this.#load.add(debtor, task.asks, task.on);
    }
    count(this.#standing, stage ?? 'none');
  }

  figures(): SimulatedFigures {
    const { written, call: calls, task: tasks } = this.#modes;
    return {
      taken: this.#taken,
      standing: this.#standing,
      written,
      calls,
      tasks,
      approvals: this.#approvals,
      nobody: this.#load.nobody,
      load: this.#load.byMember,
    };
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
