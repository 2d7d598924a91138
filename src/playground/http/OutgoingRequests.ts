import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';

/** An app may take minutes for what a jump of the clock has brought; who has a deadline names it. */
const NO_DEADLINE = { headersTimeout: 0, bodyTimeout: 0 };

/** Requests of ours to an app: each may have a deadline, and all of them end when the playground does. */
export class OutgoingRequests {
  private readonly open = new Set<AbortController>();

  /** Posts and reads the answer; follows no redirect. @throws TimeoutError after `deadlineMs`, AbortError when stopped, others unreachable */
  async post(
    url: string,
    { headers, body }: { headers: Record<string, string>; body: string },
    deadlineMs?: number,
  ): Promise<{ status: number; ok: boolean; headers: IncomingHttpHeaders; text: string }> {
    const ender = new AbortController();
    this.open.add(ender);
    const timer =
      deadlineMs === undefined
        ? undefined
        : setTimeout(() => ender.abort(new DOMException('no answer in time', 'TimeoutError')), deadlineMs);
    try {
      const answer = await request(url, {
        method: 'POST',
        headers,
        body,
        signal: ender.signal,
        ...NO_DEADLINE,
      });
      const { statusCode: status } = answer;
      const ok = status >= 200 && status < 300;
      return { status, ok, headers: answer.headers, text: await answer.body.text() };
    } finally {
      clearTimeout(timer);
      this.open.delete(ender);
    }
  }

  stop(): void {
    for (const ender of this.open) ender.abort();
  }
}
