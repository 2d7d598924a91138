/** Reads who reacted to one message; undefined when Slack shows us no such message: it or its channel is gone. Throws when Slack does not answer. */
export type ReactionReader = (
  workspaceId: string,
  place: { readonly channel: string; readonly ts: string },
) => Promise<readonly { readonly name: string; readonly users: readonly string[] }[] | undefined>;
