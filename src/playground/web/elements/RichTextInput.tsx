import { type KeyboardEvent, useState } from 'react';
import type { RichTextInput as Given } from '../blocks/kit.ts';
import { spoken } from '../text/spoken.ts';
import { plainOfRichText, richTextOfPlain } from './richTextOfPlain.ts';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** Lines of text that the app gets as `rich_text`; without a bar of styles. */
export function RichTextInput({
  element,
  standing,
}: {
  readonly element: Given;
  readonly standing: Standing;
}) {
  const { value, enter, send } = useElement(element, standing);
  const [typed, setTyped] = useState<string>();
  const { placeholder } = element;
  const text = typed ?? plainOfRichText(value.rich_text_value);
  const change = (next: string) => {
    setTyped(next);
    enter({ rich_text_value: richTextOfPlain(next) });
  };
  const press = (event: KeyboardEvent) => {
    if (!standing.dispatches || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send({ rich_text_value: richTextOfPlain(text) });
  };
  return (
    <textarea
      {...namesOf(standing, placeholder)}
      aria-invalid={standing.isInvalid || undefined}
      aria-required={(standing.isInput && !standing.isOptional) || undefined}
      className="text-input"
      placeholder={placeholder && spoken(placeholder)}
      rows={('min_lines' in element && Number(element.min_lines)) || 4}
      value={text}
      onKeyDown={press}
      onChange={({ target }) => change(target.value)}
    />
  );
}
