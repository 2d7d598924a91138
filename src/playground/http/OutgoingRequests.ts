/** Requests of ours to an app: each may have a deadline, and all of them end when the playground does. */
export class OutgoingRequests {
  private readonly open = new Set<AbortController>();

  /** Like `fetch`, body read. @throws TimeoutError after `deadlineMs`, AbortError when stopped, TypeError unreachable */
  async send(
    url: string,
    init: RequestInit,
    deadlineMs?: number,
  ): Promise<{ status: number; ok: boolean; headers: Headers; text: string }> {
    const ender = new AbortController();
    this.open.add(ender);
    const timer =
      deadlineMs === undefined
        ? undefined
        : setTimeout(() => ender.abort(new DOMException('no answer in time', 'TimeoutError')), deadlineMs);
    try {
      const answer = await fetch(url, { ...init, signal: ender.signal });
      return { status: answer.status, ok: answer.ok, headers: answer.headers, text: await answer.text() };
    } finally {
      clearTimeout(timer);
      this.open.delete(ender);
    }
  }

  stop(): void {
    for (const ender of this.open) ender.abort();
  }
}
