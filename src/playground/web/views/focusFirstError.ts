import { USABLE } from '../elements/usable.ts';

/** Brings the person to the first input, in reading order, of the blocks that were refused. */
export function focusFirstError(form: HTMLElement, blockIds: readonly string[]): void {
  const blocks = [...form.querySelectorAll<HTMLElement>('[data-block]')];
  const first = blocks.find((block) => blockIds.includes(block.dataset.block ?? ''));
  first?.querySelector('.element')?.querySelector<HTMLElement>(USABLE)?.focus();
}
