const NOT_WORDS = new Set([
  'type',
  'action_id',
  'block_id',
  'value',
  'callback_id',
  'private_metadata',
  'style',
  'id',
  'hash',
]);

/** Everything that can be read in a message or view, line by line, markup included. */
export function wordsOf(shown: object): string {
  const blocks = 'blocks' in shown ? shown.blocks : shown;
  return collect(blocks).join('\n');
}

function collect(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(collect);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (NOT_WORDS.has(key) ? [] : collect(value)));
}

/** Values of the buttons with that action id, in order. */
export function buttonsOf(shown: object, actionId: string): string[] {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('action_id' in part && part.action_id === actionId)
      found.push(String('value' in part ? part.value : ''));
    for (const child of Object.values(part)) visit(child);
  };
  visit(shown);
  return found;
}

/** The texts that Slack renders as markup; plain texts are shown as they are. */
export function markupOf(shown: object): string[] {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part && part.type === 'mrkdwn' && 'text' in part) found.push(String(part.text));
    for (const child of Object.values(part)) visit(child);
  };
  visit(shown);
  return found;
}
