import type { DebtorFacts } from '../../core/facts.ts';
import { minorDigits } from '../../core/money.ts';
import type { SimulatedDebtor } from '../../core/simulateDebtor.ts';

export interface MovedAccount {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** tasks for the team under the one and the other */
  readonly tasks: readonly [number, number];
}

interface Move {
  readonly name: string;
  readonly facts: DebtorFacts;
  readonly before: SimulatedDebtor;
  readonly after: SimulatedDebtor;
}

const MOST_NAMED = 10;

/** Gathers who would stand elsewhere, or be asked for other things, under another policy. */
export class SimulatedMoves {
  readonly #counts = new Map<string, { from: string; to: string; accounts: number }>();
  #leading: (MovedAccount & { readonly rank: number })[] = [];

  add({ name, facts, before, after }: Move): void {
    if (before === after) return;
    const [from, to] = [before.stage ?? 'none', after.stage ?? 'none'];
    const key = `${from} ${to}`;
    const move = this.#counts.get(key) ?? { from, to, accounts: 0 };
    if (from !== to) this.#counts.set(key, { ...move, accounts: move.accounts + 1 });
    const tasks = [before.tasks.length, after.tasks.length] as const;
    if (from === to && tasks[0] === tasks[1]) return;
    this.#leading.push({ name, from, to, tasks, rank: rankOf(facts) });
    if (this.#leading.length > MOST_NAMED * 20) this.#keepLeading();
  }

  /** Moves between stages, those of most accounts first. */
  byStage(): { from: string; to: string; accounts: number }[] {
    return [...this.#counts.values()].sort((a, b) => b.accounts - a.accounts || (a.from < b.from ? -1 : 1));
  }

  leading(): MovedAccount[] {
    this.#keepLeading();
    return this.#leading.map(({ name, from, to, tasks }) => ({ name, from, to, tasks }));
  }

  #keepLeading(): void {
    this.#leading = this.#leading.sort((a, b) => b.rank - a.rank).slice(0, MOST_NAMED);
  }
}

/** What is open, each currency by its major unit: an order, not a sum that is shown. */
function rankOf({ invoices }: DebtorFacts): number {
  return invoices.reduce(
    (rank, { currency, outstanding }) => rank + Number(outstanding) / 10 ** minorDigits(currency),
    0,
  );
}
