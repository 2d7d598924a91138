import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { button } from '../elements/button.ts';
import { imageElement } from '../elements/image.ts';
import { blockIdentity } from '../objects/ids.ts';
import { anyText } from '../objects/text.ts';

export const card = z
  .strictObject({
    type: z.literal('card'),
    ...blockIdentity,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: anyText(limits.card.title).optional(),
    subtitle: anyText(limits.card.subtitle).optional(),
    body: anyText(limits.card.body).optional(),
    subtext: anyText(limits.card.subtext).optional(),
    actions: z.array(button).min(1).max(limits.card.actions).optional(),
  })
  .refine((block) => block.hero_image ?? block.title ?? block.actions ?? block.body, {
    message: 'must define at least one of `hero_image`, `title`, `actions` or `body`',
    path: ['type'],
  });

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...blockIdentity,
  elements: z.array(card).min(1).max(limits.carousel.elements),
});
