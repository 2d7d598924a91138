import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { CEASE_NOTICE_TITLE, ceasePurposes } from '../../../blocks/accounts/ceaseNoticeModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { isCeaseNotice, namesRemedy } from '../../core/ceaseNotices.ts';
import { remedyProblem } from '../../core/remedyProblem.ts';
import { proposeCeaseNotice } from '../../useCases/notices/proposeCeaseNotice.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { readyToRequest } from '../readyToRequest.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string() });

/** Submitted: which notice is to go after a wish to cease contact, to be approved. */
export const ceaseNotice: ViewHandler = {
  check(view) {
    const { kind, typed } = typedIn(view);
    if (!isCeaseNotice(kind)) return { errors: { purpose: 'Choose one.' } };
    const problem = namesRemedy(kind) ? remedyProblem(typed) : withoutRemedy(typed);
    if (problem) return { errors: { remedy: problem } };
    const remedy = namesRemedy(kind) ? typed : undefined;
    return {
      async save(request) {
        const { deps, workspace, member, key, now, showView } = request;
        const { debtorId } = decodeMetadata(remembered, view.private_metadata);
        await readyToRequest(request);
        const proposal = { workspace, debtorId, member, kind, remedy, key, now };
        const said = await proposeCeaseNotice(deps.db, proposal);
        deps.wake();
        await showView(sentenceView(CEASE_NOTICE_TITLE, said));
      },
    };
  },
  saving(view) {
    const { kind, typed } = typedIn(view);
    const purpose = isCeaseNotice(kind) ? ceasePurposes[kind].text : '';
    return savingView(CEASE_NOTICE_TITLE, [
      ['What', purpose],
      ['Remedy', typed],
    ]);
  },
  again: refilled,
};

function typedIn(view: ViewOutput) {
  const { choice, text } = stateOf(view);
  return { kind: choice('purpose'), typed: text('remedy') };
}

function withoutRemedy(typed: string): string | undefined {
  if (typed === '') return undefined;
  return 'The notice that our efforts end names no remedy: leave this empty, or choose another notice.';
}
