import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { complete, type Suggestion } from './completion.ts';
import { Suggestions } from './Suggestions.tsx';
import { useCompletion } from './useCompletion.ts';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly inThread: boolean;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  readonly onShortcut: (callback_id: string) => void;
}

const MOST_ROWS = 10;

/** The text of a composer with its suggestions: arrow keys mark one, Tab or Enter takes it, Escape puts them away. */
export function ComposerText({ label, text, inThread, describedBy, onChange, onSubmit, onShortcut }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  const placed = useRef<number>(undefined);
  const { completion, marked, mark, move, putAway } = useCompletion(text, caret, inThread);

  useLayoutEffect(() => {
    if (placed.current !== undefined) area.current?.setSelectionRange(placed.current, placed.current);
    placed.current = undefined;
  });

  const take = (suggestion: Suggestion) => {
    if (!completion) return;
    mark(0);
    if (suggestion.shortcut) {
      onChange('');
      onShortcut(suggestion.shortcut);
      return;
    }
    const next = complete(text, completion, suggestion);
    placed.current = next.caret;
    setCaret(next.caret);
    onChange(next.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = completion?.suggestions[marked];
    const isTyped = chosen !== undefined && text.slice(completion?.from, completion?.to) === chosen.insert;
    if (completion && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      move(event.key === 'ArrowDown' ? 1 : -1);
    else if (completion && event.key === 'Escape') putAway();
    else if (chosen && !event.shiftKey && (event.key === 'Tab' || (event.key === 'Enter' && !isTyped)))
      take(chosen);
    else if (event.key === 'Enter' && !event.shiftKey) onSubmit();
    else return;
    event.preventDefault();
  };
  return (
    <>
      {completion && (
        <Suggestions
          id={id}
          suggestions={completion.suggestions}
          marked={marked}
          onMark={mark}
          onTake={take}
        />
      )}
      <textarea
        ref={area}
        className="composer-text"
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={completion ? id : undefined}
        aria-activedescendant={completion ? `${id}-${marked}` : undefined}
        aria-describedby={describedBy}
        rows={Math.min(MOST_ROWS, text.split('\n').length)}
        value={text}
        onChange={({ target }) => {
          mark(0);
          setCaret(target.selectionStart);
          onChange(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={putAway}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
