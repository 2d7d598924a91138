import { useSlack } from '../api/LiveSlack.tsx';
import type { IconButton as Given } from '../blocks/kit.ts';
import { TextObject } from '../text/TextObject.tsx';
import { PressButton } from './PressButton.tsx';
import type { Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** A small button with a picture, to those who may see it. */
export function IconButton({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { click, isBusy } = useElement(element, standing);
  const { user } = useSlack().state;
  const { text, value, visible_to_user_ids: seenBy, accessibility_label: label } = element;
  if (seenBy && !seenBy.includes(user)) return null;
  const press = () => click(value === undefined ? {} : { value });
  return (
    <PressButton isBusy={isBusy} look="quiet" aria-label={label} onClick={press}>
      <span aria-hidden="true">🗑</span> <TextObject text={text} />
    </PressButton>
  );
}
