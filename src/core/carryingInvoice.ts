import type { OpenItem } from './collectable.ts';

/**
 * The item that carries the case: of the collectable ones the one with the most effective days; ties go to the earlier due
 * date, then the number. None when nothing is collectable.
 */
export function carryingInvoice(items: readonly OpenItem[]): OpenItem | undefined {
  let carrying: OpenItem | undefined;
  for (const item of items) {
    if (!item.barrier && (carrying === undefined || goesBefore(item, carrying))) carrying = item;
  }
  return carrying;
}

function goesBefore(a: OpenItem, b: OpenItem): boolean {
  if (a.effectiveDays !== b.effectiveDays) return a.effectiveDays > b.effectiveDays;
  if (a.invoice.dueOn !== b.invoice.dueOn) return a.invoice.dueOn < b.invoice.dueOn;
  return a.invoice.number < b.invoice.number;
}
