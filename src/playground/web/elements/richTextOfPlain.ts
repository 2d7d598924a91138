import { isObject, type JsonObject, objectsOf } from '../../json.ts';

/** Plain lines as the `rich_text` that Slack's own editor would make of them; null for no text. */
export function richTextOfPlain(text: string): JsonObject | null {
  if (text === '') return null;
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

/** The words of a `rich_text`, without its looks. */
export function plainOfRichText(block: unknown): string {
  if (!isObject(block)) return '';
  return objectsOf(block.elements)
    .map((part) =>
      objectsOf(part.elements)
        .map((inner) =>
          Array.isArray(inner.elements) ? `• ${plainOfRichText({ elements: [inner] })}\n` : wordOf(inner),
        )
        .join(''),
    )
    .join('\n');
}

function wordOf(element: JsonObject): string {
  const { type, text, url, name, user_id: user, channel_id: channel } = element;
  if (typeof text === 'string') return text;
  if (type === 'emoji') return `:${String(name)}:`;
  return String(url ?? user ?? channel ?? element.fallback ?? '');
}
