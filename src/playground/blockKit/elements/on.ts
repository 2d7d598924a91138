import { z } from 'zod';
import type { Surface } from '../surface.ts';
import { button, workflowButton } from './button.ts';
import { checkboxes, overflow, radioButtons } from './choices.ts';
import { imageElement } from './image.ts';
import { emailInput, fileInput, numberInput, plainTextInput, richTextInput, urlInput } from './inputs.ts';
import { datepicker, datetimepicker, timepicker } from './pickers.ts';
import { multiSelects, selects } from './selects.ts';

const everywhere = [checkboxes, datepicker, radioButtons, timepicker, ...selects] as const;
const clickable = [...everywhere, button, overflow] as const;
const typed = [...everywhere, ...multiSelects, plainTextInput, richTextInput] as const;
const modalOnly = [emailInput, fileInput, numberInput, urlInput] as const;

const inMessages = [workflowButton, datetimepicker] as const;

/** The elements an `actions` block takes on each surface. */
export const actionElements = {
  message: z.discriminatedUnion('type', [...clickable, richTextInput, ...inMessages]),
  modal: z.discriminatedUnion('type', [...clickable, richTextInput, datetimepicker]),
  home: z.discriminatedUnion('type', [...clickable, richTextInput]),
} satisfies Record<Surface, z.ZodType>;

const besideText = [...clickable, ...multiSelects, imageElement] as const;

/** The elements a `section` takes beside its text. */
export const accessories = {
  message: z.discriminatedUnion('type', [...besideText, workflowButton]),
  modal: z.discriminatedUnion('type', [...besideText]),
  home: z.discriminatedUnion('type', [...besideText]),
} satisfies Record<Surface, z.ZodType>;

/** The elements an `input` block takes. */
export const inputElements = {
  message: z.discriminatedUnion('type', [...typed, datetimepicker]),
  modal: z.discriminatedUnion('type', [...typed, datetimepicker, ...modalOnly]),
  home: z.discriminatedUnion('type', [...typed]),
} satisfies Record<Surface, z.ZodType>;
