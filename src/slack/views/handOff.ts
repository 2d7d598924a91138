import { HAND_OFF_TITLE } from '../../../blocks/prompts/handOffModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { proposeTask } from '../../useCases/notices/proposeTask.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { stateOf } from './stateOf.ts';

const texts = ['toName', 'fee', 'relationship', 'recovery', 'solvency'] as const;

/** The plan of a hand-off, to be approved. */
export const handOff: ViewHandler = {
  check(view) {
    const { text, choice } = stateOf(view);
    const toKind = (['agency', 'court'] as const).find((known) => known === choice('toKind'));
    const keep = choice('keepCustomer');
    const errors: Record<string, string> = {};
    for (const field of texts) if (text(field) === '') errors[field] = 'The approvers need to read this.';
    if (!toKind) errors.toKind = 'Choose one.';
    if (keep === '') errors.keepCustomer = 'Choose one.';
    if (!toKind || Object.keys(errors).length > 0) return { errors };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { promptId } = decodeMetadata(promptMemory, view.private_metadata);
        const [toName, fee, relationship, recovery, solvency] = [
          text('toName'),
          text('fee'),
          text('relationship'),
          text('recovery'),
          text('solvency'),
        ];
        const keepCustomer = keep === 'yes';
        const handOff = { toKind, toName, fee, relationship, recovery, solvency, keepCustomer };
        const plan = { handOff };
        const sentence = await proposeTask(deps.db, { workspace, member, promptId, plan, now });
        deps.wake();
        await showView(sentenceView(HAND_OFF_TITLE, sentence));
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView(HAND_OFF_TITLE, [
      ['To', text('toName')],
      ['Fee', text('fee')],
      ['What the relationship is worth', text('relationship')],
      ['Cost against likely recovery', text('recovery')],
      ['Solvency', text('solvency')],
    ]);
  },
  again: refilled,
};
