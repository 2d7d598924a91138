/** Reads who reacted to one message; undefined when the message is gone. Throws when Slack does not answer. */
export type ReactionReader = (
  workspaceId: string,
  place: { readonly channel: string; readonly ts: string },
) => Promise<readonly { readonly name: string; readonly users: readonly string[] }[] | undefined>;
