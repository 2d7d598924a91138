import type { ReactionReader } from './ReactionReader.ts';

const EVERY_MS = 5 * 60_000;

/** Remembers when a process last compared the reactions of a workspace: due at its start, then every five minutes. */
export class ReactionWatch {
  readonly read: ReactionReader;
  readonly #last = new Map<string, number>();

  constructor(read: ReactionReader) {
    this.read = read;
  }

  /** Whether it is time to compare; the time counts from this answer. */
  isDue(workspaceId: string, now: Date): boolean {
    const last = this.#last.get(workspaceId);
    if (last !== undefined && now.getTime() < last + EVERY_MS) return false;
    this.#last.set(workspaceId, now.getTime());
    return true;
  }
}
