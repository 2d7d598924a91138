import type { Piece, Style } from '../text/Piece.ts';
import type { RichTextElement } from './kit.ts';

const STYLES: readonly Style[] = ['bold', 'italic', 'strike', 'underline'];

/** What stands in a line of `rich_text`. */
export function richTextPieces(elements: readonly RichTextElement[]): readonly Piece[] {
  return elements.map((element) => {
    const style: Readonly<Record<string, unknown>> = { ...element.style };
    const plain = pieceOf(element);
    const inner: Piece = style.code === true ? { kind: 'code', children: [plain] } : plain;
    return STYLES.filter((name) => style[name] === true).reduce<Piece>(
      (piece, name) => ({ kind: 'styled', style: name, children: [piece] }),
      inner,
    );
  });
}

function pieceOf(element: RichTextElement): Piece {
  switch (element.type) {
    case 'text':
      return { kind: 'text', text: element.text };
    case 'link':
      return {
        kind: 'link',
        url: element.url,
        children: [{ kind: 'text', text: element.text || element.url.replace(/^mailto:/, '') }],
      };
    case 'user':
      return { kind: 'user', id: element.user_id };
    case 'channel':
      return { kind: 'channel', id: element.channel_id };
    case 'usergroup':
      return { kind: 'usergroup', id: element.usergroup_id };
    case 'team':
      return { kind: 'usergroup', id: element.team_id };
    case 'broadcast':
      return { kind: 'broadcast', range: element.range };
    case 'color':
      return { kind: 'color', value: element.value };
    case 'date':
      return {
        kind: 'date',
        timestamp: element.timestamp,
        format: element.format,
        ...(element.url ? { url: element.url } : {}),
        ...(element.fallback ? { fallback: element.fallback } : {}),
      };
    case 'emoji': {
      const tone =
        'skin_tone' in element && typeof element.skin_tone === 'number' ? element.skin_tone : undefined;
      return {
        kind: 'emoji',
        name: tone === undefined ? element.name : `${element.name}::skin-tone-${tone}`,
      };
    }
  }
}
