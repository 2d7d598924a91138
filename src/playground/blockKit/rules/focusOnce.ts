import type { BlockError } from '../BlockError.ts';
import { isRecord } from './isRecord.ts';

/** A second element that asks for the focus when a view opens. */
export function focusOnce(blocks: readonly unknown[], root: string): BlockError[] {
  const message = '`focus_on_load` can only be set on one element per view';
  return focused(blocks, root)
    .slice(1)
    .map((pointer) => ({ message, pointer }));
}

function focused(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => focused(item, `${at}/${index}`));
  if (!isRecord(value)) return [];
  const own = value.focus_on_load === true ? [`${at}/focus_on_load`] : [];
  return [...own, ...Object.entries(value).flatMap(([key, held]) => focused(held, `${at}/${key}`))];
}
