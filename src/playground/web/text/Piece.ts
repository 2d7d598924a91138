export type Style = 'bold' | 'italic' | 'strike' | 'underline';

/** A piece of formatted text, whatever it was written in: Slack's markup or `rich_text`. Texts are plain, entities decoded. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'styled'; readonly style: Style; readonly children: readonly Piece[] }
  | { readonly kind: 'code'; readonly children: readonly Piece[] }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'quote'; readonly children: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Piece[] }
  | { readonly kind: 'user' | 'channel' | 'usergroup'; readonly id: string; readonly label?: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | { readonly kind: 'color'; readonly value: string }
  | {
      readonly kind: 'date';
      readonly timestamp: number;
      readonly format: string;
      readonly url?: string;
      readonly fallback?: string;
    }
  | { readonly kind: 'emoji'; readonly name: string };
