import { emojiOf } from '../../text/emoji.ts';
import type { Suggestion } from './completion.ts';

interface Props {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly marked: number;
  readonly onMark: (index: number) => void;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** The list above a composer; the focus stays in the text, which names the marked one. */
export function Suggestions({ id, suggestions, marked, onMark, onTake }: Props) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className="suggestions">
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus, as in any completion
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          className="suggestion"
          onPointerMove={() => onMark(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          {suggestion.emoji && <span aria-hidden="true">{emojiOf(suggestion.emoji)}</span>}
          <span className="suggestion-label">{suggestion.label}</span>
          {suggestion.hint && <span className="suggestion-hint">{suggestion.hint}</span>}
          {suggestion.detail && <span className="suggestion-detail">{suggestion.detail}</span>}
        </div>
      ))}
    </div>
  );
}
