import { z } from 'zod';
import { OutgoingRequests } from '../http/OutgoingRequests.ts';
import { parseJson } from '../json.ts';

const answerSchema = z.object({ next: z.iso.datetime({ offset: true }).nullable() });

/** Apps that follow the clock: each hook is told an instant and answers when it has done what was due. */
export class ClockHooks {
  private readonly urls = new Set<string>();
  private readonly requests = new OutgoingRequests();
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  get any(): boolean {
    return this.urls.size > 0;
  }

  add(url: string): void {
    this.urls.add(url);
  }

  remove(url?: string): void {
    if (url === undefined) this.urls.clear();
    else this.urls.delete(url);
  }

  /**
   * Tells every app the instant and waits until each has answered; the earliest `next` of them all.
   * `idle` says that the clock has not moved and the question is only whether work is still going on.
   * A hook that cannot be reached twice, or talks nonsense, is dropped, with a line in the log.
   */
  async tell(now: Date, idle = false): Promise<Date | undefined> {
    const answers = await Promise.all([...this.urls].map((url) => this.tellOne(url, now, idle)));
    const times = answers.filter((t) => t !== undefined).map((t) => t.getTime());
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  }

  stop(): void {
    this.urls.clear();
    this.requests.stop();
  }

  private async tellOne(url: string, now: Date, idle: boolean): Promise<Date | undefined> {
    try {
      const question = {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: now.toISOString(), ...(idle ? { idle } : {}) }),
      };
      // an app may close a kept connection at the very moment it is used; the same question again does no harm
      const answer = await this.requests
        .post(url, question)
        .catch((error: unknown) =>
          isAbort(error) ? Promise.reject(error) : this.requests.post(url, question),
        );
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      const { next } = answerSchema.parse(parseJson(answer.text));
      return next === null ? undefined : new Date(next);
    } catch (error) {
      const known = this.urls.delete(url);
      if (known)
        this.log(`clock hook ${url} dropped: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}

/** The playground stops. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
