import type { WorkflowButton as Given } from '../blocks/kit.ts';
import { safeUrl } from '../text/safeUrl.ts';
import { TextObject } from '../text/TextObject.tsx';

/** A button that starts a workflow by its link; workflows themselves are not part of the playground. */
export function WorkflowButton({ element }: { readonly element: Given }) {
  const { text, style, accessibility_label: label } = element;
  return (
    <a
      className={`button ${style ? `button-${style}` : ''}`}
      href={safeUrl(element.workflow.trigger.url)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={label}
    >
      <TextObject text={text} />
    </a>
  );
}
