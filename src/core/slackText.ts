export interface SlackText {
  /** plain words; a mentioned member stands in it as `@` and the Slack id */
  readonly text: string;
  /** Slack ids of the members mentioned, in their order */
  readonly members: readonly string[];
}

/**
 * The only reader of text that Slack escaped (commands, messages): members become `@U…`, channels `#C…`, links their address or
 * label, and `&amp; &lt; &gt;` the characters that were typed. Runs before anything else is parsed.
 */
export function slackText(raw: string): SlackText {
  const members: string[] = [];
  const text = raw.replace(/<([^<>]*)>/g, (_, inside: string) => {
    const [target = '', label] = inside.split('|', 2);
    const [, sign, id] = /^([@#!])(.*)$/.exec(target) ?? [];
    if (sign === '@' && id) members.push(id);
    if (sign === '@' || sign === '#') return sign + id;
    if (sign === '!') return label ?? '';
    return label ?? target.replace(/^(mailto|tel):/, '');
  });
  return { text: unescaped(text).trim(), members };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
