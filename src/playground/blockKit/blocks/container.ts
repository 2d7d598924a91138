import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { imageElement } from '../elements/image.ts';
import { blockIdentity } from '../objects/ids.ts';
import { anyText, plainText } from '../objects/text.ts';
import { actions, input } from './interactive.ts';
import { file, image, video } from './media.ts';
import { richTextBlock } from './richText.ts';
import { table } from './table.ts';
import { context, divider, header, section } from './text.ts';

const child = z.discriminatedUnion('type', [
  actions('message'),
  context,
  divider,
  file,
  header,
  image,
  input('message'),
  richTextBlock,
  section('message'),
  table,
  video,
]);

export const container = z.strictObject({
  type: z.literal('container'),
  ...blockIdentity,
  title: plainText(limits.container.title).optional(),
  rich_text_title: richTextBlock.optional(),
  subtitle: anyText(limits.container.subtitle).optional(),
  child_blocks: z.array(child).min(1).max(limits.container.blocks),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  icon: imageElement.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
});
