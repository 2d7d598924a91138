import { z } from 'zod';
import { limits } from '../../../blocks/limits.ts';
import type { BlockError } from './BlockError.ts';
import { inSlacksWords, noSchema } from './inSlacksWords.ts';
import { plainText } from './objects/text.ts';
import { focusOnce } from './rules/focusOnce.ts';
import { isRecord } from './rules/isRecord.ts';
import { validateBlocks } from './validateBlocks.ts';

const base = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(limits.view.privateMetadata).optional(),
  callback_id: z.string().max(limits.view.callbackId).optional(),
  external_id: z.string().max(limits.view.externalId).optional(),
};

const envelope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...base }),
  z.strictObject({
    type: z.literal('modal'),
    ...base,
    title: plainText(limits.view.title),
    submit: plainText(limits.view.submit).optional(),
    close: plainText(limits.view.close).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
]);

/**
 * What Slack would answer in `response_metadata.messages` to a view, empty when it is fine. Whether the view is too large
 * (`viewSize`) is an error of its own and the caller's to raise.
 */
export function validateView(view: unknown): BlockError[] {
  const parsed = envelope.safeParse(view, { reportInput: true });
  const errors = [...inSlacksWords(parsed.error?.issues ?? [], '/view'), ...blockErrors(view)];
  return errors.length === 0 ? [] : [{ message: noSchema, pointer: '/view' }, ...errors];
}

function blockErrors(view: unknown): BlockError[] {
  if (!isRecord(view) || !Array.isArray(view.blocks)) return [];
  const { type, blocks } = view;
  if (type !== 'modal' && type !== 'home') return [];
  const root = '/view/blocks';
  return [
    ...validateBlocks(blocks, type, root),
    ...focusOnce(blocks, root),
    ...(type === 'modal' && view.submit === undefined ? inputsWithoutSubmit(blocks, root) : []),
  ];
}

function inputsWithoutSubmit(blocks: readonly unknown[], root: string): BlockError[] {
  const message = 'must define `submit` to use an `input` block in modals';
  return blocks.flatMap((block, index) =>
    isRecord(block) && block.type === 'input' ? [{ message, pointer: `${root}/${index}/input` }] : [],
  );
}

export { viewSize } from '../../../blocks/viewSize.ts';
