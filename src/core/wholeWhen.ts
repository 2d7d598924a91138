import type { Day } from './day.ts';
import type { FoundWhen, WhenReading } from './FoundWhen.ts';
import { findWhens } from './findWhens.ts';

/** The one day, or stretch of days, that a whole text names, small words before it aside; undefined where it says anything else. */
export function wholeWhen(text: string, today: Day, reading: WhenReading = {}): FoundWhen | undefined {
  const plain = text.trim().replace(/^(by|on|until|till|before|from|for|due|bis|am|zum)\s+/i, '');
  const [found] = findWhens(plain, today, reading);
  return found && coversAll(plain, found) ? found : undefined;
}

function coversAll(text: string, { index, length }: FoundWhen): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, index) + text.slice(index + length));
}
