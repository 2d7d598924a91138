import { useId } from 'react';
import { isObject } from '../../json.ts';
import type { RadioButtons as Given } from '../blocks/kit.ts';
import { Choice } from './Choice.tsx';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** Choices of which one may be made. */
export function RadioButtons({
  element,
  standing,
}: {
  readonly element: Given;
  readonly standing: Standing;
}) {
  const name = useId();
  const { value, choose } = useElement(element, standing);
  const chosen = isObject(value.selected_option) ? value.selected_option.value : undefined;
  return (
    <div
      role="radiogroup"
      className="choices"
      {...namesOf(standing)}
      aria-invalid={standing.isInvalid || undefined}
      aria-required={(standing.isInput && !standing.isOptional) || undefined}
    >
      {element.options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          option={option}
          isChosen={chosen === option.value}
          onChange={() => choose({ selected_option: option })}
        />
      ))}
    </div>
  );
}
