import type { DecisionInput } from './decision.ts';
import type { MaySend } from './maySend.ts';
import { mayWrite } from './mayWrite.ts';
import { noWayTo } from './noWayTo.ts';
import { recipientOf } from './recipientOf.ts';

/** An account whose part of its group's statement does not go, or not yet. */
export interface HeldPart {
  readonly input: DecisionInput;
  readonly may: Exclude<MaySend, { verdict: 'send' }>;
}

/** What one statement of several accounts would hold at this moment. */
export interface GroupStatement {
  /** accounts that stand in it; the first is the one that it is addressed for */
  readonly listed: readonly DecisionInput[];
  /** accounts whose part may go later */
  readonly waiting: readonly HeldPart[];
  /** accounts that are left out */
  readonly leftOut: readonly HeldPart[];
  /** accounts whose own contacts say that whom it is addressed to is not to be written to: each has a statement of its own */
  readonly apart: readonly DecisionInput[];
}

/**
 * Asks of each account of a group, in their order, what is asked of its own statement (`mayWrite`): one that is stopped, paused, handed off
 * or in credit is left out, and holds the others not back. It is addressed as for the first that has somebody of its own who can be written to; an
 * account at which that person asked not to be stands not in it.
 */
export function groupStatement(
  inputs: readonly DecisionInput[],
  { writtenAt, now }: { readonly writtenAt?: Date | undefined; readonly now: Date },
): GroupStatement {
  const listed: DecisionInput[] = [];
  const held: HeldPart[] = [];
  for (const input of inputs) {
    const may = mayWrite({ input, kind: 'statement', writtenAt, now });
    if (may.verdict === 'send') listed.push(input);
    else held.push({ input, may });
  }
  const addressed = listed.find(({ facts }) => recipientOf({ ...facts, shared: [] })) ?? listed[0];
  const recipient = addressed && recipientOf(addressed.facts);
  const mayStandIn = ({ facts }: DecisionInput) =>
    !recipient || noWayTo(recipient, 'email', facts) === undefined;
  return {
    listed: addressed
      ? [addressed, ...listed.filter((input) => input !== addressed && mayStandIn(input))]
      : [],
    apart: listed.filter((input) => input !== addressed && !mayStandIn(input)),
    waiting: held.filter(({ may }) => may.verdict === 'wait'),
    leftOut: held.filter(({ may }) => may.verdict !== 'wait'),
  };
}
