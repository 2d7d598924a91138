import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { TypedInput } from '../blocks/kit.ts';
import { spoken } from '../text/spoken.ts';
import { Spinner } from './Spinner.tsx';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

const PAUSE = 400;
const KINDS = {
  plain_text_input: { type: 'text' },
  number_input: { type: 'text', inputMode: 'decimal' },
  email_text_input: { type: 'email', autoComplete: 'off' },
  url_text_input: { type: 'url' },
} as const;

/** A line or lines of text, a number, an address. What is wrong with it is said when the modal is submitted, as on Slack. */
export function TextInput({
  element,
  standing,
}: {
  readonly element: TypedInput;
  readonly standing: Standing;
}) {
  const counter = useId();
  const { value, enter, send, isBusy } = useElement(element, standing);
  const { placeholder, dispatch_action_config: config } = element;
  const text = typeof value.value === 'string' ? value.value : '';
  const most = element.type === 'plain_text_input' ? element.max_length : undefined;
  const left = most === undefined ? undefined : most - text.length;
  const isNear = left !== undefined && most !== undefined && left <= Math.min(100, most / 5);
  const tellOn = standing.dispatches ? (config?.trigger_actions_on ?? ['on_enter_pressed']) : [];

  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const change = (typed: string) => {
    enter({ value: typed === '' ? null : typed });
    if (!tellOn.includes('on_character_entered')) return;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => send({ value: typed }), PAUSE);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !tellOn.includes('on_enter_pressed'))
      return;
    event.preventDefault();
    clearTimeout(pause.current);
    send({ value: text });
  };
  const names = namesOf(standing, placeholder);
  const described = [names['aria-describedby'], isNear ? counter : undefined].filter(Boolean).join(' ');
  const shared = {
    ...names,
    'aria-describedby': described || undefined,
    'aria-invalid': standing.isInvalid || undefined,
    'aria-required': (standing.isInput && !standing.isOptional) || undefined,
    className: 'text-input',
    placeholder: placeholder && spoken(placeholder),
    value: text,
  };
  return (
    <>
      {element.type === 'plain_text_input' && element.multiline ? (
        <textarea {...shared} rows={4} onChange={({ target }) => change(target.value)} />
      ) : (
        <input
          {...shared}
          {...KINDS[element.type]}
          onKeyDown={press}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {isBusy && <Spinner />}
      {isNear && (
        <p id={counter} className="text-left" aria-live="polite" data-over={left < 0 || undefined}>
          {left < 0 ? `${-left} characters too many` : `${left} characters left`}
        </p>
      )}
    </>
  );
}
