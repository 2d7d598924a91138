import type { DebtorFacts } from '../../core/facts.ts';
import { minorDigits } from '../../core/money.ts';
import type { SimulatedDebtor } from '../../core/simulateDebtor.ts';

export interface MovedAccount {
  /** its number with its creditor */
  readonly account: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** tasks for the team under the one and the other */
  readonly tasks: readonly [number, number];
}

interface Move {
  readonly account: string;
  readonly name: string;
  readonly facts: DebtorFacts;
  readonly before: SimulatedDebtor;
  readonly after: SimulatedDebtor;
}

/** Gathers who would stand elsewhere, or be asked for other things, under another policy. */
export class SimulatedMoves {
  readonly #counts = new Map<string, { from: string; to: string; accounts: number }>();
  readonly #moved: (MovedAccount & { readonly rank: number })[] = [];

  add({ account, name, facts, before, after }: Move): void {
    if (before === after) return;
    const [from, to] = [before.stage ?? 'none', after.stage ?? 'none'];
    const key = `${from} ${to}`;
    const move = this.#counts.get(key) ?? { from, to, accounts: 0 };
    if (from !== to) this.#counts.set(key, { ...move, accounts: move.accounts + 1 });
    const tasks = [before.tasks.length, after.tasks.length] as const;
    if (from === to && tasks[0] === tasks[1]) return;
    this.#moved.push({ account, name, from, to, tasks, rank: rankOf(facts) });
  }

  /** Moves between stages, those of most accounts first. */
  byStage(): { from: string; to: string; accounts: number }[] {
    return [...this.#counts.values()].sort((a, b) => b.accounts - a.accounts || (a.from < b.from ? -1 : 1));
  }

  /** Every account, those that owe most first. */
  byDebt(): MovedAccount[] {
    const ranked = this.#moved.toSorted((a, b) => b.rank - a.rank);
    return ranked.map(({ account, name, from, to, tasks }) => ({ account, name, from, to, tasks }));
  }
}

/** What is open, each currency by its major unit: an order, not a sum that is shown. */
function rankOf({ invoices }: DebtorFacts): number {
  return invoices.reduce(
    (rank, { currency, outstanding }) => rank + Number(outstanding) / 10 ** minorDigits(currency),
    0,
  );
}
