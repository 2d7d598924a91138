/** One thing that Slack would refuse, in its words, and where: a JSON pointer below `/blocks` or `/view`. */
export interface BlockError {
  readonly message: string;
  readonly pointer: string;
}

/** The line Slack puts into `errors` (and, after `[ERROR] `, into `response_metadata.messages`). */
export function describeBlockError({ message, pointer }: BlockError): string {
  return `${message} [json-pointer:${pointer}]`;
}
