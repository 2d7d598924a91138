import { z } from 'zod';
import type { Surface } from '../surface.ts';
import { card, carousel } from './cards.ts';
import { dataVisualization } from './chart.ts';
import { container } from './container.ts';
import { dataTable } from './dataTable.ts';
import { actions, contextActions, input } from './interactive.ts';
import { file, image, video } from './media.ts';
import { richTextBlock } from './richText.ts';
import { table } from './table.ts';
import { plan, taskCard } from './tasks.ts';
import { alert, context, divider, header, markdown, section } from './text.ts';

const common = (surface: Surface) =>
  [
    actions(surface),
    card,
    context,
    divider,
    header,
    image,
    input(surface),
    richTextBlock,
    section(surface),
    video,
  ] as const;

/** The blocks each surface takes. */
export const blocksOn = {
  message: z.discriminatedUnion('type', [
    ...common('message'),
    carousel,
    container,
    contextActions,
    dataTable,
    dataVisualization,
    file,
    markdown,
    plan,
    table,
    taskCard,
  ]),
  modal: z.discriminatedUnion('type', [...common('modal'), alert]),
  home: z.discriminatedUnion('type', [...common('home'), carousel]),
} satisfies Record<Surface, z.ZodType>;
