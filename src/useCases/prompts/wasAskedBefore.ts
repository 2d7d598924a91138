import type { Prompt } from '../../generated/prisma/client.ts';

const MINUTE = 60_000;

/**
 * Whether a prompt was open when a call was made or a message written, to the minute, which is all that a form knows. What was asked for
 * later is not answered by it, except where it was logged from that very prompt: then a member says that it answers it.
 */
export function wasAskedBefore(
  { id, openedAt }: Pick<Prompt, 'id' | 'openedAt'>,
  { at, promptId }: { readonly at: Date; readonly promptId?: string | undefined },
): boolean {
  return id === promptId || Math.floor(openedAt.getTime() / MINUTE) <= Math.floor(at.getTime() / MINUTE);
}
