import type { Button as Given } from '../blocks/kit.ts';
import { safeUrl } from '../text/safeUrl.ts';
import { TextObject } from '../text/TextObject.tsx';
import { PressButton } from './PressButton.tsx';
import type { Standing } from './Standing.ts';
import { useElement } from './useElement.ts';

/** A button. One with an address opens it and tells the app as well. */
export function Button({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { click, isBusy } = useElement(element, standing);
  const { text, style, value, url, accessibility_label: label } = element;
  const href = url === undefined ? undefined : safeUrl(url);
  const chosen = value === undefined ? {} : { value };
  if (href !== undefined && !element.confirm) {
    return (
      <a
        className={`button ${style ? `button-${style}` : ''}`}
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={label}
        onClick={() => void click(chosen)}
      >
        <TextObject text={text} />
      </a>
    );
  }
  const press = async () => {
    if ((await click(chosen)) && href !== undefined) window.open(href, '_blank', 'noopener,noreferrer');
  };
  return (
    <PressButton isBusy={isBusy} look={style} aria-label={label} onClick={press}>
      <TextObject text={text} />
    </PressButton>
  );
}
