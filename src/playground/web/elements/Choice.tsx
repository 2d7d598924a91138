import { useId } from 'react';
import type { Option } from '../blocks/kit.ts';
import { TextObject } from '../text/TextObject.tsx';

interface Props {
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly option: Option;
  readonly isChosen: boolean;
  readonly isInvalid?: boolean;
  readonly onChange: () => void;
}

/** One box to tick, with its text and what is said about it. */
export function Choice({ type, name, option, isChosen, isInvalid = false, onChange }: Props) {
  const id = useId();
  const { text, description } = option;
  return (
    <div className="choice">
      <input
        id={id}
        type={type}
        name={name}
        checked={isChosen}
        aria-invalid={isInvalid || undefined}
        onChange={onChange}
        aria-describedby={description ? `${id}-more` : undefined}
      />
      <label htmlFor={id}>
        <TextObject text={text} />
      </label>
      {description && (
        <div id={`${id}-more`} className="choice-description">
          <TextObject text={description} />
        </div>
      )}
    </div>
  );
}
