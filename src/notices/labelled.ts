import type { Labelled } from './NoticeView.ts';
import { oneLine } from './printable.ts';

/** A figure with its name, on one line. */
export function labelled(label: string, value: string): Labelled {
  return { label, value: oneLine(value) };
}
