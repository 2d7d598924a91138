import type { ViewOutput } from '@slack/bolt';
import { DulyError } from '../../core/DulyError.ts';
import { callLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import { decodeMetadata } from '../metadata.ts';

/** What a form of an account remembers, for which account it is, and the key under which it is saved once. */
export function formMemory(view: ViewOutput) {
  const memory = decodeMetadata(callLogMemory, view.private_metadata);
  const { debtorId } = memory;
  if (debtorId) return { memory, debtorId, key: `form:${memory.form}` };
  throw new DulyError(
    'stale_view',
    'a form without an account',
    'This window is out of date. Please close it and open it again.',
  );
}
