import { asksToWrite } from './asksToWrite.ts';
import type { Day } from './day.ts';
import type { PromptFact } from './facts.ts';
import { dayIn } from './zone.ts';

/**
 * Whether somebody was asked today to send the customer a message. A customer gets one message a day: what goes by itself, such as the statement
 * at the month's end, leaves that day to it.
 * @param today in `zone`, the workspace's
 */
export function messageAskedToday(
  prompts: readonly PromptFact[],
  { today, zone }: { readonly today: Day; readonly zone: string },
): boolean {
  return prompts.some(
    ({ kind, open, openedAt }) => open && asksToWrite.includes(kind) && dayIn(zone, openedAt) === today,
  );
}
