import type { TextObject } from '../blocks/kit.ts';
import { spoken } from '../text/spoken.ts';

/** How an element stands in its block. */
export interface Standing {
  readonly blockId: string;
  /** the app hears of a new value at once; in most input blocks only when the modal is submitted */
  readonly dispatches: boolean;
  /** it may be left empty, and emptied again */
  readonly isOptional: boolean;
  readonly isInput: boolean;
  readonly isInvalid: boolean;
  /** ids of what names and describes it */
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
}

/** Names an element to those who hear the page: its label, else its placeholder, else the text beside it. */
export function namesOf(
  standing: Standing,
  placeholder?: Pick<TextObject, 'text'>,
): { 'aria-label'?: string; 'aria-labelledby'?: string; 'aria-describedby'?: string } {
  const { labelledBy, describedBy, isInput } = standing;
  const described = describedBy === undefined ? {} : { 'aria-describedby': describedBy };
  if (labelledBy !== undefined && (isInput || !placeholder))
    return { 'aria-labelledby': labelledBy, ...described };
  return { 'aria-label': placeholder ? spoken(placeholder) : 'Choose', ...described };
}
