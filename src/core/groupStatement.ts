import type { DecisionInput } from './decision.ts';
import type { MaySend } from './maySend.ts';
import { mayWrite } from './mayWrite.ts';
import { noWayTo } from './noWayTo.ts';
import { recipientOf } from './recipientOf.ts';

/** An account whose part of its group's statement does not go, or not yet. */
export interface HeldPart<I extends DecisionInput = DecisionInput> {
  readonly input: I;
  readonly may: Exclude<MaySend, { verdict: 'send' }>;
}

/** What one statement of several accounts would hold at this moment. */
export interface GroupStatement<I extends DecisionInput> {
  /** accounts that stand in it; the first is the one that it is addressed for */
  readonly listed: readonly I[];
  /** accounts whose part may go later */
  readonly waiting: readonly HeldPart<I>[];
  /** accounts that are left out */
  readonly leftOut: readonly HeldPart<I>[];
  /** accounts about which whom it is addressed to is not to be written to: each has a statement of its own */
  readonly apart: readonly I[];
}

/**
 * Asks of each account of a group, in their order, what is asked of its own statement (`mayWrite`): one that is stopped, paused, handed off
 * or in credit is left out, and holds the others not back. It is addressed as for the first that has somebody of its own who can be written to; an
 * account at which that person asked not to be stands not in it. With `mayWait` those whose part may go later stand in it too, as if it were so far.
 */
export function groupStatement<I extends DecisionInput>(
  inputs: readonly I[],
  {
    writtenAt,
    mayWait = false,
    now,
  }: { readonly writtenAt?: Date | undefined; readonly mayWait?: boolean; readonly now: Date },
): GroupStatement<I> {
  const ready: I[] = [];
  const waiting: HeldPart<I>[] = [];
  const leftOut: HeldPart<I>[] = [];
  for (const input of inputs) {
    const may = mayWrite({ input, kind: 'statement', writtenAt, now });
    if (may.verdict === 'send') ready.push(input);
    else (may.verdict === 'wait' ? waiting : leftOut).push({ input, may });
  }
  const wanted = mayWait ? [...ready, ...waiting.map(({ input }) => input)] : ready;
  return { ...addressedTogether(wanted), waiting, leftOut };
}

function addressedTogether<I extends DecisionInput>(
  wanted: readonly I[],
): Pick<GroupStatement<I>, 'listed' | 'apart'> {
  const first = wanted.find(({ facts }) => recipientOf({ ...facts, shared: [] })) ?? wanted[0];
  if (!first) return { listed: [], apart: [] };
  const recipient = recipientOf(first.facts);
  const others = wanted.filter((input) => input !== first);
  const refuses = ({ facts }: I) =>
    recipient !== undefined && noWayTo(recipient, 'email', facts) !== undefined;
  return {
    listed: [first, ...others.filter((input) => !refuses(input))],
    apart: others.filter(refuses),
  };
}
