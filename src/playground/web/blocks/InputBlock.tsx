import { Element } from '../elements/Element.tsx';
import type { Standing } from '../elements/Standing.ts';
import { useSurface } from '../elements/Surface.ts';
import { TextObject } from '../text/TextObject.tsx';
import type { BlockOf } from './kit.ts';

/** An input with its label, its hint, and what is wrong with it. */
export function InputBlock({ block, id }: { readonly block: BlockOf<'input'>; readonly id: string }) {
  const { label, hint, optional, dispatch_action: dispatches, element, block_id: blockId } = block;
  const error = useSurface().errors[blockId];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const standing: Standing = {
    blockId,
    dispatches: dispatches === true,
    isOptional: optional === true,
    isInput: true,
    isInvalid: error !== undefined,
    labelledBy: `${id}-label`,
    describedBy: described || undefined,
  };
  return (
    <div className="input">
      <div className="input-label" id={`${id}-label`}>
        <TextObject text={label} />
        {optional && <span className="input-optional"> (optional)</span>}
      </div>
      <Element element={element} standing={standing} />
      {error && (
        <p className="input-error" id={`${id}-error`}>
          <span aria-hidden="true">⚠</span> {error}
        </p>
      )}
      {hint && (
        <p className="input-hint" id={`${id}-hint`}>
          <TextObject text={hint} />
        </p>
      )}
    </div>
  );
}
