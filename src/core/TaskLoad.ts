import type { Day } from './day.ts';
import type { DebtorFact } from './facts.ts';
import type { Rung } from './policy.ts';
import { type MemberFact, rightPerson } from './rightPerson.ts';

/** How many tasks each member would get on each of some days. */
export class TaskLoad {
  readonly #members: readonly MemberFact[];
  readonly #from: Day;
  readonly #days: number;
  readonly #counts = new Map<string, number[]>();
  /** whom a debtor's owner question leads to, where no load decides it */
  readonly #owners = new Map<string, string>();
  #nobody = 0;

  /** @param members of the workspace; absences of today say nothing of the days to come, so everybody counts as there */
  constructor(members: readonly MemberFact[], from: Day, days: number) {
    this.#members = members.filter(({ left }) => !left).map((member) => ({ ...member, away: false }));
    this.#from = from;
    this.#days = days;
  }

  /** Gives a task to whom Duly would ask. Capacity holds nobody back: what is too much is to be seen. */
  add(debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>, asks: Rung['asks'], on: Day): void {
    const day = on - this.#from;
    const memberId = this.#personFor(debtor, asks, day);
    if (memberId === undefined) {
      this.#nobody += 1;
      return;
    }
    const counts = this.#countsOf(memberId);
    counts[day] = (counts[day] ?? 0) + 1;
  }

  /** Tasks a day by member id, the first simulated day first; members without any are left out. */
  get byMember(): ReadonlyMap<string, readonly number[]> {
    return this.#counts;
  }

  /** tasks that nobody could be asked to do */
  get nobody(): number {
    return this.#nobody;
  }

  #personFor(
    debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>,
    asks: Rung['asks'],
    day: number,
  ): string | undefined {
    const key = asks === 'owner' ? debtor.ownerId : undefined;
    const known = key === undefined ? undefined : this.#owners.get(key);
    if (known !== undefined) return known;
    const members = this.#members.map((member) => {
      const today = this.#counts.get(member.id)?.[day] ?? 0;
      return { ...member, promptsToday: today, openPrompts: today };
    });
    const { memberId, why } = rightPerson({ asks, debtor, members });
    if (key !== undefined && memberId !== undefined && why === 'owner') this.#owners.set(key, memberId);
    return memberId;
  }

  #countsOf(memberId: string): number[] {
    const known = this.#counts.get(memberId);
    if (known) return known;
    const made = new Array<number>(this.#days).fill(0);
    this.#counts.set(memberId, made);
    return made;
  }
}
