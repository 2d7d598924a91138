import type { types } from '@slack/bolt';
import { z } from 'zod';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import type { ViewHandler, ViewRequest } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string() });

/** A form that asks why something about an account is done; `end` does it and answers a sentence, or the window that comes next. */
export function reasonView(
  title: string,
  end: (request: ViewRequest, given: { debtorId: string; reason: string }) => Promise<string | types.View>,
): ViewHandler {
  return {
    check(view) {
      const reason = stateOf(view).text('reason');
      if (reason === '') return { errors: { reason: 'Say why: it stays on record.' } };
      return {
        async save(request) {
          const { debtorId } = decodeMetadata(remembered, view.private_metadata);
          const came = await end(request, { debtorId, reason });
          request.deps.wake();
          await request.showView(typeof came === 'string' ? sentenceView(title, came) : came);
        },
      };
    },
    saving: (view) => savingView(title, [['Reason', stateOf(view).text('reason')]]),
    again: refilled,
  };
}
