import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { policyModal } from '../../../blocks/policies/policyModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import type { Policy } from '../../core/policy.ts';
import { readAmountLines } from '../../core/readAmountLines.ts';
import { readCountry } from '../../core/readCountry.ts';
import { changeDraft } from '../../useCases/policies/changeDraft.ts';
import { policyPage } from '../../useCases/policies/policyPage.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

/** with `newKey` it becomes a policy of its own */
const remembered = z.object({ key: z.string(), newKey: z.string().optional(), mark: z.string() });

/** What the form shows of a policy. */
export function aboutOf({ name, appliesTo }: Policy): unknown {
  return { name, appliesTo };
}

/** The name of a policy and whom it is for: checked at its fields, kept in the draft; the page comes back. */
export const policyAbout: ViewHandler = {
  check(view) {
    const { key, newKey, mark } = decodeMetadata(remembered, view.private_metadata);
    const read = readAbout(view);
    if ('errors' in read) return read;
    return {
      async save({ deps, workspace, member, now, showView }) {
        const change = (policy: Policy) => ({ ...policy, ...read.about, key: newKey ?? key });
        const seen = { part: aboutOf, mark };
        await changeDraft(deps.db, { workspace, member, key, now, change, seen });
        const note = newKey ? 'A draft of another policy is begun.' : 'Changed in the draft.';
        await showView(
          policyModal(await policyPage(deps.db, { workspace, member, key: newKey ?? key, note })),
        );
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView('For whom', [
      ['Name', text('name')],
      ['Countries', text('countries')],
      ['Owing at least', text('owes')],
      ['Tags', text('tags')],
    ]);
  },
  again: refilled,
};

type About = { name: string; appliesTo: Record<string, unknown> };

function readAbout(view: ViewOutput): { about: About } | { errors: Record<string, string> } {
  const { text, choices } = stateOf(view);
  const errors: Record<string, string> = {};
  if (text('name') === '') errors.name = 'What is the policy called?';
  const countries = listed(text('countries')).map(readCountry);
  const [wrong] = countries.flatMap((country) => (typeof country === 'string' ? [] : [country]));
  if (wrong) errors.countries = wrong.problem;
  const owes = readAmountLines(text('owes'));
  if (!owes || owes.some(({ minor }) => minor === 0))
    errors.owes = 'Write a currency and an amount on each line, such as GBP 10,000.';
  if (!owes || Object.keys(errors).length > 0) return { errors };
  const owesAtLeast = Object.fromEntries(owes.map(({ currency, minor }) => [currency, minor]));
  const appliesTo = { kinds: choices('kinds'), countries, owesAtLeast, tags: listed(text('tags')) };
  return { about: { name: text('name'), appliesTo } };
}

function listed(typed: string): string[] {
  return typed
    .split(/[,;\n]+/)
    .map((each) => each.trim())
    .filter(Boolean);
}
