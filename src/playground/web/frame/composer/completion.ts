/** What a composer can complete. */
export interface Sources {
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usage_hint: string;
  }[];
  /** the app's global shortcuts, which a composer finds after a slash as well */
  readonly shortcuts: readonly { readonly name: string; readonly callback_id: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly real_name: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly findEmoji: (typed: string) => readonly string[];
}

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  /** what can come after it */
  readonly hint?: string;
  readonly detail?: string;
  /** an emoji's name, to be drawn before the label */
  readonly emoji?: string;
  /** what takes the typed word's place */
  readonly insert: string;
  /** chosen, it runs this shortcut instead */
  readonly shortcut?: string;
}

export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

const MOST = 8;

/** What could be meant by the word before the caret; undefined where there is nothing to suggest. */
export function completionAt(text: string, caret: number, sources: Sources): Completion | undefined {
  const [word = ''] = /\S*$/.exec(text.slice(0, caret)) ?? [];
  const from = caret - word.length;
  const suggestions = suggest(word, from === 0, sources).slice(0, MOST);
  return suggestions.length > 0 ? { from, to: caret, suggestions } : undefined;
}

/** The text and the caret after a suggestion was taken. */
export function complete(
  text: string,
  { from, to }: Completion,
  { insert }: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(to).replace(/^ /, '');
  return { text: `${text.slice(0, from)}${insert} ${rest}`, caret: from + insert.length + 1 };
}

function suggest(word: string, isFirst: boolean, sources: Sources): readonly Suggestion[] {
  const typed = word.slice(1).toLowerCase();
  if (word.startsWith('/') && isFirst) return [...commands(typed, sources), ...shortcuts(typed, sources)];
  if (word.startsWith('@')) return people(typed, sources);
  if (word.startsWith('#')) return channels(typed, sources);
  if (/^:[a-z0-9_+-]{2,}$/i.test(word)) return emoji(typed, sources);
  return [];
}

function commands(typed: string, sources: Sources): Suggestion[] {
  return sources.commands
    .filter(({ command }) => command.toLowerCase().startsWith(`/${typed}`))
    .map(({ command, description, usage_hint }) => ({
      key: command,
      label: command,
      hint: usage_hint,
      detail: description,
      insert: command,
    }));
}

function shortcuts(typed: string, sources: Sources): Suggestion[] {
  return sources.shortcuts
    .filter(({ name }) => beginsAWord(name, typed))
    .map(({ name, callback_id }) => ({
      key: callback_id,
      label: name,
      detail: 'Shortcut',
      insert: '',
      shortcut: callback_id,
    }));
}

function people(typed: string, sources: Sources): Suggestion[] {
  return sources.people
    .filter(({ name, real_name }) => beginsAWord(name, typed) || beginsAWord(real_name, typed))
    .map(({ id, name, real_name }) => ({
      key: id,
      label: real_name,
      detail: `@${name}`,
      insert: `@${real_name}`,
    }));
}

function channels(typed: string, sources: Sources): Suggestion[] {
  return sources.channels
    .filter(({ name }) => beginsAWord(name, typed))
    .map(({ id, name }) => ({ key: id, label: `#${name}`, insert: `#${name}` }));
}

function emoji(typed: string, sources: Sources): Suggestion[] {
  return sources
    .findEmoji(typed)
    .map((name) => ({ key: name, label: `:${name}:`, emoji: name, insert: `:${name}:` }));
}

function beginsAWord(text: string, typed: string): boolean {
  return text
    .toLowerCase()
    .split(/(?=[\s_-])[\s_-]?/)
    .some((part) => part.startsWith(typed));
}
