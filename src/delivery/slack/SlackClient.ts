/** What a method of Slack's Web API answered. */
export type SlackAnswer = Record<string, unknown>;

/** A client that neither waits nor retries: delivery does that itself, place by place. */
export interface SlackClient {
  /** Throws the errors of @slack/web-api. */
  call(method: string, args: Record<string, unknown>): Promise<SlackAnswer>;
  /** Puts a file's bytes where files.getUploadURLExternal said. */
  upload(url: string, filename: string, bytes: Buffer): Promise<void>;
}
