/**
 * A refusal in Slack's own words: `code` is the `error` string of the answer, `extra` whatever stands
 * beside it (`needed`, `response_metadata`, `errors`…). `retryAfter` (seconds) makes it an HTTP 429.
 */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  readonly extra: Record<string, unknown>;
  readonly retryAfter: number | undefined;

  constructor(code: string, extra: Record<string, unknown> = {}, retryAfter?: number) {
    super(code);
    this.code = code;
    this.extra = extra;
    this.retryAfter = retryAfter;
  }
}
