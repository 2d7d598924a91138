import { useId } from 'react';
import { objectsOf } from '../../json.ts';
import type { Checkboxes as Given } from '../blocks/kit.ts';
import { Choice } from './Choice.tsx';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** Boxes of which any number may be ticked. */
export function Checkboxes({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const name = useId();
  const { value, choose } = useElement(element, standing);
  const chosen = new Set(objectsOf(value.selected_options).map((option) => option.value));
  const toggle = (toggled: string | undefined) => {
    const isOn = (each: string | undefined) => chosen.has(each) !== (each === toggled);
    choose({ selected_options: element.options.filter((option) => isOn(option.value)) });
  };
  return (
    <fieldset className="choices" {...namesOf(standing)}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={name}
          option={option}
          isInvalid={standing.isInvalid}
          isChosen={chosen.has(option.value)}
          onChange={() => toggle(option.value)}
        />
      ))}
    </fieldset>
  );
}
