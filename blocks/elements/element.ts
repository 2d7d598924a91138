import { limits } from '../limits.ts';
import { plain } from '../plain.ts';
import { within } from '../within.ts';

/** What callers say about any element. */
export interface ElementOptions {
  readonly actionId: string;
  readonly placeholder?: string;
  readonly focus?: boolean;
}

/** The fields common to elements; `placeholder` only where the element has one. */
export function elementFields({ actionId, placeholder, focus }: ElementOptions) {
  return {
    action_id: within(actionId, limits.actionId, 'action_id'),
    ...(placeholder?.trim() && { placeholder: plain(placeholder, limits.placeholder) }),
    ...(focus === true && { focus_on_load: true }),
  };
}
