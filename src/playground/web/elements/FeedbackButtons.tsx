import type { FeedbackButtons as Given } from '../blocks/kit.ts';
import { spoken } from '../text/spoken.ts';
import { PressButton } from './PressButton.tsx';
import type { Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** Thumbs up and thumbs down. */
export function FeedbackButtons({
  element,
  standing,
}: {
  readonly element: Given;
  readonly standing: Standing;
}) {
  const { click, isBusy } = useElement(element, standing);
  const thumbs = [
    { ...element.positive_button, picture: '👍' },
    { ...element.negative_button, picture: '👎' },
  ];
  return thumbs.map(({ text, value, accessibility_label: label, picture }) => (
    <PressButton
      key={value}
      isBusy={isBusy}
      look="quiet"
      aria-label={label ?? spoken(text)}
      title={spoken(text)}
      onClick={() => click({ value })}
    >
      <span aria-hidden="true">{picture}</span>
    </PressButton>
  ));
}
