import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { feedbackButtons, iconButton } from '../elements/feedback.ts';
import { actionElements, inputElements } from '../elements/on.ts';
import { blockIdentity } from '../objects/ids.ts';
import { plainText } from '../objects/text.ts';
import { unique } from '../rules/unique.ts';
import type { Surface } from '../surface.ts';

type Element = { action_id?: string | undefined };

const uniqueActionIds = unique<Element>((element) => element.action_id, ['action_id'], 'action_id');

export const actions = (surface: Surface) =>
  z.strictObject({
    type: z.literal('actions'),
    ...blockIdentity,
    elements: z
      .array<z.ZodType<Element>>(actionElements[surface])
      .min(1)
      .max(limits.actions.elements)
      .superRefine(uniqueActionIds),
  });

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...blockIdentity,
  elements: z
    .array<z.ZodType<Element>>(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(limits.contextActions.elements)
    .superRefine(uniqueActionIds),
});

export const input = (surface: Surface) =>
  z
    .strictObject({
      type: z.literal('input'),
      ...blockIdentity,
      label: plainText(limits.input.label),
      hint: plainText(limits.input.hint).optional(),
      optional: z.boolean().optional(),
      dispatch_action: z.boolean().optional(),
      element: inputElements[surface] as z.ZodType<{ type: string }>,
    })
    .refine((block) => block.dispatch_action !== true || block.element.type !== 'file_input', {
      message: '`dispatch_action` is not supported with `file_input`',
      path: ['dispatch_action'],
    });
