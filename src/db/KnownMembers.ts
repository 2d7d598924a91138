import type { MemberFact } from '../core/rightPerson.ts';
import type { Member } from '../generated/prisma/client.ts';

/**
 * What one transaction knows of the workspace's members, so that it reads and locks them once: how much those have to do whom it
 * has locked is exact until it ends, as whoever gives somebody a prompt locks them first, and what it gives itself is counted here.
 */
export class KnownMembers {
  readonly locked = new Map<string, Member>();
  #facts: readonly MemberFact[] | undefined;

  /** Their facts, as `read` answers them the first time, with what was given and ended since. */
  async facts(read: () => Promise<readonly MemberFact[]>): Promise<readonly MemberFact[]> {
    this.#facts ??= await read();
    return this.#facts;
  }

  /** They are read anew when they are needed next: somebody else may have given these members prompts until they were locked. */
  lock(members: ReadonlyMap<string, Member>): void {
    for (const [id, member] of members) this.locked.set(id, member);
    this.forget();
  }

  /** A member was given a prompt. */
  given(memberId: string): void {
    this.#count(memberId, { promptsToday: 1, openPrompts: 1 });
  }

  /** A prompt of a member ended. */
  ended(memberId: string): void {
    this.#count(memberId, { promptsToday: 0, openPrompts: -1 });
  }

  /** What they have to do changed in another way. */
  forget(): void {
    this.#facts = undefined;
  }

  #count(memberId: string, more: Pick<MemberFact, 'promptsToday' | 'openPrompts'>): void {
    this.#facts = this.#facts?.map((member) =>
      member.id === memberId
        ? {
            ...member,
            promptsToday: member.promptsToday + more.promptsToday,
            openPrompts: member.openPrompts + more.openPrompts,
          }
        : member,
    );
  }
}
