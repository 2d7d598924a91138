import type { CallLogEntries } from '../../../blocks/calls/CallLogForm.ts';
import { loadCallLogForm } from '../../useCases/calls/loadCallLogForm.ts';
import { encodeMetadata } from '../metadata.ts';
import type { FormRequest } from './AccountForm.ts';

/** The parts that forms of an account share with the call log: who they are, invoices, contacts, currency, what was typed, memory. */
export async function filledFor(
  { deps, workspace, member, debtorId, words, now }: FormRequest,
  entries: CallLogEntries = {},
) {
  const loading = { workspace, member, debtorId, now, first: true };
  const typed = { ...entries, notes: words || undefined };
  const { form, memory } = await loadCallLogForm(deps.db, { ...loading, entries: typed });
  const { account = { name: '', lines: [] }, ...rest } = form;
  return { ...rest, account, memory, metadata: encodeMetadata(memory) };
}
