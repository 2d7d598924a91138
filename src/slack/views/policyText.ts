import { z } from 'zod';
import { policyModal } from '../../../blocks/policies/policyModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import type { Policy } from '../../core/policy.ts';
import { changeDraft } from '../../useCases/policies/changeDraft.ts';
import { policyPage } from '../../useCases/policies/policyPage.ts';
import { problemWords, readPolicyYaml } from '../../useCases/policies/policyYaml.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ key: z.string(), mark: z.string() });
const PROBLEMS_SAID = 5;

/** A policy as text: each mistake is said with its line and column, else it is the draft; the page comes back. */
export const policyText: ViewHandler = {
  check(view) {
    const { key, mark } = decodeMetadata(remembered, view.private_metadata);
    const read = readPolicyYaml(stateOf(view).text('text'));
    if ('problems' in read) {
      const { problems } = read;
      const more = problems.length > PROBLEMS_SAID ? ` And ${problems.length - PROBLEMS_SAID} more.` : '';
      return { errors: { text: problems.slice(0, PROBLEMS_SAID).map(problemWords).join(' ') + more } };
    }
    const { policy, notYet } = read;
    return {
      async save({ deps, workspace, member, now, showView }) {
        const seen = { part: (whole: Policy) => whole, mark };
        await changeDraft(deps.db, { workspace, member, key, now, change: () => policy, seen });
        const kept = policy.key === key ? 'Kept as the draft.' : 'A draft of another policy is begun.';
        const [first] = notYet;
        const note = first ? `${kept} To mend first: ${problemWords(first)}` : kept;
        await showView(policyModal(await policyPage(deps.db, { workspace, member, key: policy.key, note })));
      },
    };
  },
  saving(view) {
    return savingView('The policy as text', [['YAML', stateOf(view).text('text')]]);
  },
  again: refilled,
};
